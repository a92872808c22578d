create schema catalog;
create schema engagement;
create schema exchange;
create schema organizations;
create schema platform;
create schema procurement;
create schema supply;
create schema tendering;
table catalog.class_mapping from_system text collate "C" not null
table catalog.class_mapping from_version text collate "C" not null
table catalog.class_mapping from_code text collate "C" not null
table catalog.class_mapping to_system text collate "C" not null
table catalog.class_mapping to_version text collate "C" not null
table catalog.class_mapping to_code text collate "C" not null
table catalog.class_mapping relation text not null
table catalog.classification system text collate "C" not null
table catalog.classification version text collate "C" not null
table catalog.classification code text collate "C" not null
table catalog.classification parent text collate "C"
table catalog.classification names jsonb not null
table catalog.classification_release system text collate "C" not null
table catalog.classification_release version text collate "C" not null
table catalog.classification_release current boolean not null
table catalog.classification_release classes integer not null
table catalog.classification_release file_name text not null
table catalog.classification_release loaded_by uuid not null
table catalog.classification_release loaded_at timestamp with time zone not null default transaction_timestamp()
table catalog.common_alias id uuid not null default platform.uuid_v7()
table catalog.common_alias kind text not null
table catalog.common_alias number text collate "C" not null
table catalog.common_alias key text collate "C" not null
table catalog.common_alias part_id uuid not null
table catalog.common_alias valid_from date not null default CURRENT_DATE
table catalog.common_alias valid_to date
table catalog.common_alias set_by uuid not null
table catalog.common_alias created_at timestamp with time zone not null default transaction_timestamp()
table catalog.identity_correction id uuid not null default platform.uuid_v7()
table catalog.identity_correction kind text not null
table catalog.identity_correction from_part uuid not null
table catalog.identity_correction to_part uuid
table catalog.identity_correction supplier_id uuid
table catalog.identity_correction reason text not null
table catalog.identity_correction batch uuid
table catalog.identity_correction made_part boolean not null default false
table catalog.identity_correction made_by uuid not null
table catalog.identity_correction made_at timestamp with time zone not null default transaction_timestamp()
table catalog.identity_correction undone_by uuid
table catalog.identity_correction undone_at timestamp with time zone
table catalog.identity_correction undone_reason text
table catalog.interchange_approval org_id uuid not null
table catalog.interchange_approval id uuid not null default platform.uuid_v7()
table catalog.interchange_approval link_org uuid not null
table catalog.interchange_approval link_id uuid not null
table catalog.interchange_approval kind text collate "C" not null
table catalog.interchange_approval maker_id uuid
table catalog.interchange_approval fleet text collate "C"
table catalog.interchange_approval valid_from date not null default CURRENT_DATE
table catalog.interchange_approval valid_to date
table catalog.interchange_approval note text
table catalog.interchange_approval approved_by jsonb not null
table catalog.interchange_approval approved_at timestamp with time zone not null default transaction_timestamp()
table catalog.interchange_approval revoked_at timestamp with time zone
table catalog.interchange_approval revoked_reason text
table catalog.interchange_code list text collate "C" not null
table catalog.interchange_code version text collate "C" not null
table catalog.interchange_code code text collate "C" not null
table catalog.interchange_code meaning text collate "C" not null
table catalog.interchange_code names jsonb not null
table catalog.interchange_code valid_from date not null
table catalog.interchange_code valid_to date
table catalog.interchange_link org_id uuid not null
table catalog.interchange_link id uuid not null default platform.uuid_v7()
table catalog.interchange_link from_part uuid not null
table catalog.interchange_link to_part uuid
table catalog.interchange_link set_size smallint
table catalog.interchange_link code text collate "C" not null
table catalog.interchange_link code_version text collate "C" not null
table catalog.interchange_link meaning text collate "C" not null
table catalog.interchange_link class text collate "C"
table catalog.interchange_link effect text collate "C" not null default 'NONE'::text
table catalog.interchange_link set_number text collate "C"
table catalog.interchange_link asserted_as text collate "C" not null
table catalog.interchange_link maker_id uuid
table catalog.interchange_link visibility text collate "C" not null generated stored as 
CASE asserted_as
    WHEN 'BUYER'::text THEN 'PRIVATE'::text
    ELSE 'MARKET'::text
END
table catalog.interchange_link applicability jsonb not null default '[]'::jsonb
table catalog.interchange_link effective_from date not null default CURRENT_DATE
table catalog.interchange_link effective_to date
table catalog.interchange_link authority text
table catalog.interchange_link remark text
table catalog.interchange_link asserted_by jsonb not null
table catalog.interchange_link asserted_at timestamp with time zone not null default transaction_timestamp()
table catalog.interchange_link withdrawn_at timestamp with time zone
table catalog.interchange_link withdrawn_reason text
table catalog.interchange_link counts_at_once boolean not null default false
table catalog.interchange_member org_id uuid not null
table catalog.interchange_member link_id uuid not null
table catalog.interchange_member part_id uuid not null
table catalog.interchange_member visibility text collate "C" not null
table catalog.interchange_member quantity numeric not null
table catalog.manufacturer id uuid not null default platform.uuid_v7()
table catalog.manufacturer code_kind text not null
table catalog.manufacturer code text collate "C" not null
table catalog.manufacturer name text not null
table catalog.manufacturer cages text[] not null default '{}'::text[]
table catalog.manufacturer issuing_body boolean not null default false
table catalog.manufacturer created_at timestamp with time zone not null default transaction_timestamp()
table catalog.manufacturer successor_id uuid
table catalog.manufacturer succeeded_on date
table catalog.manufacturer merged_into uuid
table catalog.manufacturer version integer not null default 1
table catalog.manufacturer_alias alias text collate "C" not null
table catalog.manufacturer_alias manufacturer_id uuid not null
table catalog.manufacturer_alias retired_at timestamp with time zone
table catalog.manufacturer_merge id uuid not null default platform.uuid_v7()
table catalog.manufacturer_merge from_id uuid not null
table catalog.manufacturer_merge into_id uuid not null
table catalog.manufacturer_merge reason text not null
table catalog.manufacturer_merge parts uuid[] not null
table catalog.manufacturer_merge aliases text[] not null
table catalog.manufacturer_merge cages text[] not null
table catalog.manufacturer_merge made_by uuid not null
table catalog.manufacturer_merge made_at timestamp with time zone not null default transaction_timestamp()
table catalog.manufacturer_merge undone_by uuid
table catalog.manufacturer_merge undone_at timestamp with time zone
table catalog.manufacturer_merge undone_reason text
table catalog.part id uuid not null default platform.uuid_v7()
table catalog.part manufacturer_id uuid not null
table catalog.part number text collate "C" not null
table catalog.part key text collate "C" not null
table catalog.part name text not null
table catalog.part names jsonb not null default '{}'::jsonb
table catalog.part description text
table catalog.part unit text collate "C"
table catalog.part unspsc text collate "C"
table catalog.part ata text collate "C"
table catalog.part classifications jsonb not null default '[]'::jsonb
table catalog.part shelf_life_days integer
table catalog.part hazmat text
table catalog.part approval_basis text collate "C"
table catalog.part source_org uuid not null
table catalog.part source_rank smallint not null
table catalog.part field_ranks jsonb not null default '{}'::jsonb
table catalog.part created_at timestamp with time zone not null default transaction_timestamp()
table catalog.part un_number text collate "C"
table catalog.part hazard_class text collate "C"
table catalog.part packing_group text collate "C"
table catalog.part shelf_life_extendable boolean
table catalog.part eccn text collate "C"
table catalog.part hs_code text collate "C"
table catalog.part life_limited boolean
table catalog.part essentiality text collate "C"
table catalog.part spare_class text collate "C"
table catalog.part_alias org_id uuid not null
table catalog.part_alias id uuid not null default platform.uuid_v7()
table catalog.part_alias number text collate "C" not null
table catalog.part_alias key text collate "C" not null
table catalog.part_alias part_id uuid not null
table catalog.part_alias valid_from date not null default CURRENT_DATE
table catalog.part_alias valid_to date
table catalog.part_alias kind text not null default 'OWN_STOCK_NUMBER'::text
table catalog.part_content org_id uuid not null
table catalog.part_content id uuid not null default platform.uuid_v7()
table catalog.part_content part_id uuid not null
table catalog.part_content kind text collate "C" not null
table catalog.part_content series text collate "C" not null
table catalog.part_content language text collate "C" not null default ''::text
table catalog.part_content title text not null
table catalog.part_content alt text
table catalog.part_content sha256 text collate "C"
table catalog.part_content size bigint
table catalog.part_content media_type text collate "C"
table catalog.part_content name text
table catalog.part_content link text collate "C"
table catalog.part_content link_state text collate "C"
table catalog.part_content link_status text collate "C"
table catalog.part_content checked_at timestamp with time zone
table catalog.part_content added_by jsonb not null
table catalog.part_content added_at timestamp with time zone not null default transaction_timestamp()
table catalog.part_search part_id uuid not null
table catalog.part_search key text collate "C" not null
table catalog.part_search manufacturer_id uuid not null
table catalog.part_search class text collate "C"
table catalog.part_search tsv tsvector not null
table catalog.part_search classes text[] collate "C" not null default '{}'::text[]
table exchange.delivery_attempt org_id uuid not null
table exchange.delivery_attempt message_id uuid not null
table exchange.delivery_attempt number integer not null
table exchange.delivery_attempt started_at timestamp with time zone not null
table exchange.delivery_attempt ended_at timestamp with time zone not null
table exchange.delivery_attempt outcome text not null
table exchange.delivery_attempt status integer
table exchange.delivery_attempt detail text
table exchange.delivery_attempt reply text
table exchange.document org_id uuid not null
table exchange.document id uuid not null default platform.uuid_v7()
table exchange.document message_id uuid not null
table exchange.document "position" integer not null
table exchange.document coordinate text collate "C" not null
table exchange.document business_number text collate "C"
table exchange.document counterparty_id uuid
table exchange.document state text not null
table exchange.document problems jsonb not null default '[]'::jsonb
table exchange.document order_org_id uuid
table exchange.document order_id uuid
table exchange.document caused_by text collate "C"
table exchange.document created_at timestamp with time zone not null default clock_timestamp()
table exchange.document settled_at timestamp with time zone
table exchange.message org_id uuid not null
table exchange.message id uuid not null default platform.uuid_v7()
table exchange.message profile_id uuid
table exchange.message direction text not null
table exchange.message format text
table exchange.message transport text not null
table exchange.message sender text collate "C"
table exchange.message transport_id text collate "C"
table exchange.message control_number text collate "C"
table exchange.message size integer not null
table exchange.message sha256 bytea not null
table exchange.message media_type text
table exchange.message state text not null
table exchange.message test boolean not null default false
table exchange.message problems jsonb not null default '[]'::jsonb
table exchange.message reply_status integer
table exchange.message reply_media_type text
table exchange.message reply bytea
table exchange.message attempts integer not null default 0
table exchange.message next_attempt_at timestamp with time zone
table exchange.message replays integer not null default 0
table exchange.message acknowledged text
table exchange.message acknowledged_at timestamp with time zone
table exchange.message correlation text
table exchange.message created_at timestamp with time zone not null default clock_timestamp()
table exchange.message settled_at timestamp with time zone
table exchange.message version integer not null default 1
table exchange.message rights text[]
table exchange.message tries integer not null default 0
table exchange.message_body org_id uuid not null
table exchange.message_body message_id uuid not null
table exchange.message_body raw bytea not null
table exchange.partner_identity org_id uuid not null
table exchange.partner_identity scheme text collate "C" not null
table exchange.partner_identity value text collate "C" not null
table exchange.partner_identity counterparty_id uuid not null
table exchange.partner_profile org_id uuid not null
table exchange.partner_profile id uuid not null default platform.uuid_v7()
table exchange.partner_profile role text not null
table exchange.partner_profile name text not null
table exchange.partner_profile format text not null
table exchange.partner_profile transport text not null
table exchange.partner_profile endpoint text
table exchange.partner_profile settings jsonb not null default '{}'::jsonb
table exchange.partner_profile secret text
table exchange.partner_profile test_mode boolean not null default true
table exchange.partner_profile status text not null default 'ACTIVE'::text
table exchange.partner_profile last_control bigint not null default 0
table exchange.partner_profile polled_at timestamp with time zone
table exchange.partner_profile created_at timestamp with time zone not null default transaction_timestamp()
table exchange.partner_profile version integer not null default 1
table organizations.api_key org_id uuid not null
table organizations.api_key id uuid not null
table organizations.api_key name text not null
table organizations.api_key prefix text not null
table organizations.api_key scopes text[] not null
table organizations.api_key created_by uuid
table organizations.api_key created_at timestamp with time zone not null default transaction_timestamp()
table organizations.api_key expires_at timestamp with time zone not null
table organizations.api_key last_used_at timestamp with time zone
table organizations.api_key revoked_at timestamp with time zone
table organizations.api_key_secret prefix text not null
table organizations.api_key_secret org_id uuid not null
table organizations.api_key_secret key_id uuid not null
table organizations.api_key_secret hash bytea not null
table organizations.break_glass id uuid not null
table organizations.break_glass operator_id uuid not null
table organizations.break_glass person_id uuid not null
table organizations.break_glass target_id uuid not null
table organizations.break_glass session_id uuid not null
table organizations.break_glass reason text not null
table organizations.break_glass opened_at timestamp with time zone not null default transaction_timestamp()
table organizations.break_glass expires_at timestamp with time zone not null
table organizations.break_glass closed_at timestamp with time zone
table organizations.default_role kind text not null
table organizations.default_role name text not null
table organizations.default_role permissions text[] not null
table organizations.invitation org_id uuid not null
table organizations.invitation id uuid not null
table organizations.invitation email text not null
table organizations.invitation roles text[] not null
table organizations.invitation locale text not null
table organizations.invitation invited_by uuid
table organizations.invitation status text not null default 'PENDING'::text
table organizations.invitation expires_at timestamp with time zone not null
table organizations.invitation created_at timestamp with time zone not null default transaction_timestamp()
table organizations.known_place person_id uuid not null
table organizations.known_place place bytea not null
table organizations.known_place seen_at timestamp with time zone not null default transaction_timestamp()
table organizations.member org_id uuid not null
table organizations.member id uuid not null
table organizations.member person_id uuid not null
table organizations.member name text not null
table organizations.member email text not null
table organizations.member roles text[] not null
table organizations.member status text not null default 'ACTIVE'::text
table organizations.member joined_at timestamp with time zone not null default transaction_timestamp()
table organizations.member left_at timestamp with time zone
table organizations.member version integer not null default 1
table organizations.membership org_id uuid not null
table organizations.membership person_id uuid not null
table organizations.membership member_id uuid not null
table organizations.one_time_token hash bytea not null
table organizations.one_time_token purpose text not null
table organizations.one_time_token person_id uuid
table organizations.one_time_token org_id uuid
table organizations.one_time_token subject_id uuid
table organizations.one_time_token email text
table organizations.one_time_token created_at timestamp with time zone not null default transaction_timestamp()
table organizations.one_time_token expires_at timestamp with time zone not null
table organizations.one_time_token used_at timestamp with time zone
table organizations.organization id uuid not null
table organizations.organization name text not null
table organizations.organization roles text[] not null
table organizations.organization country text not null
table organizations.organization currency text not null
table organizations.organization cage text
table organizations.organization duns text
table organizations.organization gln text
table organizations.organization peppol_id text
table organizations.organization status text not null default 'ACTIVE'::text
table organizations.organization version integer not null default 1
table organizations.organization created_at timestamp with time zone not null default transaction_timestamp()
table organizations.partnership org_id uuid not null
table organizations.partnership counterparty_id uuid not null
table organizations.partnership status text not null
table organizations.partnership proposed_by uuid not null
table organizations.partnership suspended_by uuid
table organizations.partnership account_number text
table organizations.partnership payment_terms text
table organizations.partnership delivery_terms jsonb
table organizations.partnership created_at timestamp with time zone not null default transaction_timestamp()
table organizations.partnership changed_at timestamp with time zone not null default transaction_timestamp()
table organizations.partnership version integer not null default 1
table organizations.partnership_tolerance org_id uuid not null
table organizations.partnership_tolerance counterparty_id uuid not null
table organizations.partnership_tolerance price_percent numeric
table organizations.partnership_tolerance price_absolute numeric
table organizations.partnership_tolerance currency text
table organizations.partnership_tolerance quantity_percent numeric
table organizations.partnership_tolerance days_early integer
table organizations.partnership_tolerance days_late integer
table organizations.partnership_tolerance pack_rounding boolean not null default false
table organizations.partnership_tolerance version integer not null default 1
table organizations.person id uuid not null
table organizations.person email text not null
table organizations.person name text not null
table organizations.person password_hash text
table organizations.person locale text not null default 'en'::text
table organizations.person status text not null default 'ACTIVE'::text
table organizations.person version integer not null default 1
table organizations.person created_at timestamp with time zone not null default transaction_timestamp()
table organizations.person password_changed_at timestamp with time zone
table organizations.role org_id uuid not null
table organizations.role id uuid not null
table organizations.role name text not null
table organizations.role permissions text[] not null
table organizations.role version integer not null default 1
table organizations.session id uuid not null
table organizations.session kind text not null
table organizations.session person_id uuid not null
table organizations.session org_id uuid not null
table organizations.session member_id uuid not null
table organizations.session user_agent text not null default ''::text
table organizations.session created_at timestamp with time zone not null default transaction_timestamp()
table organizations.session expires_at timestamp with time zone not null
table organizations.session revoked_at timestamp with time zone
table organizations.session_token hash bytea not null
table organizations.session_token session_id uuid not null
table organizations.session_token issued_at timestamp with time zone not null default transaction_timestamp()
table organizations.session_token expires_at timestamp with time zone not null
table organizations.session_token used_at timestamp with time zone
table organizations.site org_id uuid not null
table organizations.site id uuid not null
table organizations.site code text collate "C" not null
table organizations.site name text not null
table organizations.site kinds text[] not null
table organizations.site address jsonb not null
table organizations.site gln text
table organizations.site status text not null default 'ACTIVE'::text
table organizations.site version integer not null default 1
table platform.audit_event org_id uuid not null
table platform.audit_event id uuid not null default platform.uuid_v7()
table platform.audit_event seq bigint not null
table platform.audit_event actor jsonb not null
table platform.audit_event action text not null
table platform.audit_event subject text
table platform.audit_event outcome text not null
table platform.audit_event detail jsonb not null default '{}'::jsonb
table platform.audit_event at timestamp with time zone not null default clock_timestamp()
table platform.counter org_id uuid not null
table platform.counter name text not null
table platform.counter year integer not null
table platform.counter value bigint not null
table platform.file org_id uuid not null
table platform.file id uuid not null default platform.uuid_v7()
table platform.file sha256 text not null
table platform.file size bigint not null
table platform.file media_type text not null
table platform.file name text not null
table platform.file path text not null
table platform.file created_at timestamp with time zone not null default transaction_timestamp()
table platform.idempotency_key org_id uuid not null
table platform.idempotency_key actor_key text not null
table platform.idempotency_key operation text not null
table platform.idempotency_key key text not null
table platform.idempotency_key request_hash bytea not null
table platform.idempotency_key response jsonb
table platform.idempotency_key created_at timestamp with time zone not null default transaction_timestamp()
table platform.job_fence org_id uuid not null
table platform.job_fence job_id bigint not null
table platform.job_fence token integer not null
table platform.job_fence done_at timestamp with time zone
table platform.mail id uuid not null default platform.uuid_v7()
table platform.mail org_id uuid
table platform.mail recipient text not null
table platform.mail subject text not null
table platform.mail text text not null
table platform.mail html text
table platform.mail state text not null default 'QUEUED'::text
table platform.mail attempts integer not null default 0
table platform.mail error text
table platform.mail created_at timestamp with time zone not null default clock_timestamp()
table platform.mail sent_at timestamp with time zone
table platform.throttle key character varying(255) not null
table platform.throttle points integer not null default 0
table platform.throttle expire bigint
table platform.worker_beat worker_id text not null
table platform.worker_beat beat_at timestamp with time zone not null default clock_timestamp()
table procurement.alternates_consent org_id uuid not null
table procurement.alternates_consent order_id uuid not null
table procurement.alternates_consent line_id uuid not null
table procurement.alternates_consent counterparty_id uuid not null
table procurement.alternates_consent level text collate "C" not null
table procurement.alternates_consent given_by jsonb not null
table procurement.alternates_consent given_at timestamp with time zone not null default transaction_timestamp()
table procurement.basket org_id uuid not null
table procurement.basket id uuid not null default platform.uuid_v7()
table procurement.basket owner_id uuid not null
table procurement.basket name text not null
table procurement.basket version integer not null default 1
table procurement.basket created_at timestamp with time zone not null default transaction_timestamp()
table procurement.basket changed_at timestamp with time zone not null default transaction_timestamp()
table procurement.basket_line org_id uuid not null
table procurement.basket_line basket_id uuid not null
table procurement.basket_line id uuid not null default platform.uuid_v7()
table procurement.basket_line "position" integer not null
table procurement.basket_line supplier_id uuid not null
table procurement.basket_line offer_id uuid not null
table procurement.basket_line part_id uuid not null
table procurement.basket_line quantity numeric not null
table procurement.basket_line seen_amount numeric not null
table procurement.basket_line seen_currency text not null
table procurement.basket_line seen_basis numeric not null
table procurement.basket_line seen_unit text not null
table procurement.basket_line seen_order_unit text not null
table procurement.basket_line seen_factor_num numeric not null
table procurement.basket_line seen_factor_den numeric not null
table procurement.basket_line need_by date
table procurement.basket_line note text
table procurement.basket_line ncnr_accepted boolean not null default false
table procurement.basket_line added_at timestamp with time zone not null default transaction_timestamp()
table procurement.basket_line alternates_consent text collate "C" not null default 'NONE'::text
table procurement.basket_line budget_accepted boolean not null default false
table procurement.basket_line requires jsonb
table procurement.basket_line core_seen jsonb
table procurement.certificate_edge by_party text collate "C" not null
table procurement.certificate_edge event text collate "C" not null
table procurement.certificate_edge from_status text collate "C" not null
table procurement.certificate_file org_id uuid not null
table procurement.certificate_file order_id uuid not null
table procurement.certificate_file certificate_id uuid not null
table procurement.certificate_file id uuid not null default platform.uuid_v7()
table procurement.certificate_file counterparty_id uuid not null
table procurement.certificate_file sha256 text collate "C" not null
table procurement.certificate_file size bigint not null
table procurement.certificate_file media_type text collate "C" not null
table procurement.certificate_file name text not null
table procurement.certificate_file number text
table procurement.certificate_file issuer text
table procurement.certificate_file dated_on date
table procurement.certificate_file part_number text
table procurement.certificate_file lot_number text
table procurement.certificate_file serial_number text
table procurement.certificate_file dual_release boolean not null default false
table procurement.certificate_file quantity numeric not null
table procurement.certificate_file flags text[] collate "C" not null default '{}'::text[]
table procurement.certificate_file status text collate "C" not null default 'ATTACHED'::text
table procurement.certificate_file checklist text[] collate "C"
table procurement.certificate_file reason text
table procurement.certificate_file attached_by jsonb not null
table procurement.certificate_file attached_at timestamp with time zone not null default transaction_timestamp()
table procurement.certificate_file reviewed_by jsonb
table procurement.certificate_file reviewed_at timestamp with time zone
table procurement.certificate_need org_id uuid not null
table procurement.certificate_need id uuid not null default platform.uuid_v7()
table procurement.certificate_need kind text collate "C" not null
table procurement.certificate_need supplier_id uuid
table procurement.certificate_need dual_release boolean not null default false
table procurement.gate_check org_id uuid not null
table procurement.gate_check order_id uuid not null
table procurement.gate_check line_id uuid not null
table procurement.gate_check rule_org uuid not null
table procurement.gate_check rule_id uuid not null
table procurement.gate_check counterparty_id uuid not null
table procurement.gate_check code text collate "C" not null
table procurement.gate_check version integer not null
table procurement.gate_check kind text collate "C" not null
table procurement.gate_check result text collate "C" not null
table procurement.gate_check reason text collate "C" not null
table procurement.gate_check facts jsonb not null
table procurement.gate_check sentence text not null
table procurement.gate_check releaser text collate "C" not null
table procurement.gate_check certificate_id uuid
table procurement.gate_check status text collate "C" not null
table procurement.gate_check judged_at timestamp with time zone not null default transaction_timestamp()
table procurement.gate_check released_by jsonb
table procurement.gate_check released_at timestamp with time zone
table procurement.gate_check release_reason text
table procurement.gate_rule org_id uuid not null
table procurement.gate_rule id uuid not null default platform.uuid_v7()
table procurement.gate_rule code text collate "C" not null
table procurement.gate_rule version integer not null
table procurement.gate_rule speaks_for text collate "C" not null
table procurement.gate_rule kind text collate "C" not null
table procurement.gate_rule outcome text collate "C" not null
table procurement.gate_rule document text collate "C"
table procurement.gate_rule provider text collate "C"
table procurement.gate_rule releaser text collate "C" not null
table procurement.gate_rule conditions jsonb not null
table procurement.gate_rule sentence text not null
table procurement.gate_rule made_by jsonb not null
table procurement.gate_rule valid_from timestamp with time zone not null default transaction_timestamp()
table procurement.gate_rule ended_at timestamp with time zone
table procurement.line_certificate org_id uuid not null
table procurement.line_certificate order_id uuid not null
table procurement.line_certificate line_id uuid not null
table procurement.line_certificate id uuid not null default platform.uuid_v7()
table procurement.line_certificate counterparty_id uuid not null
table procurement.line_certificate kind text collate "C" not null
table procurement.line_certificate source text collate "C" not null
table procurement.line_certificate provider text collate "C" not null
table procurement.line_certificate dual_release boolean not null default false
table procurement.line_certificate status text collate "C" not null default 'REQUIRED'::text
table procurement.line_certificate reason text
table procurement.line_certificate moved_by jsonb
table procurement.line_certificate moved_at timestamp with time zone not null default transaction_timestamp()
table procurement.line_certificate version integer not null default 1
table procurement.order_event org_id uuid not null
table procurement.order_event order_id uuid not null
table procurement.order_event seq integer not null
table procurement.order_event counterparty_id uuid not null
table procurement.order_event kind text not null
table procurement.order_event actor_org uuid not null
table procurement.order_event actor_member uuid
table procurement.order_event channel text not null
table procurement.order_event at timestamp with time zone not null default transaction_timestamp()
table procurement.order_event message_id text
table procurement.order_event message_hash text
table procurement.order_event detail jsonb not null default '{}'::jsonb
table procurement.order_line org_id uuid not null
table procurement.order_line order_id uuid not null
table procurement.order_line id uuid not null
table procurement.order_line counterparty_id uuid not null
table procurement.order_line "position" integer not null
table procurement.order_line number text collate "C" not null
table procurement.order_line part_id uuid not null
table procurement.order_line offer_id uuid not null
table procurement.order_line supplier_part text not null
table procurement.order_line buyer_part text
table procurement.order_line manufacturer text
table procurement.order_line manufacturer_code text
table procurement.order_line manufacturer_part text
table procurement.order_line description text
table procurement.order_line quantity numeric not null
table procurement.order_line order_unit text not null
table procurement.order_line raw_unit text
table procurement.order_line price_amount numeric not null
table procurement.order_line price_basis numeric not null
table procurement.order_line price_unit text not null
table procurement.order_line factor_num numeric not null
table procurement.order_line factor_den numeric not null
table procurement.order_line price_source text not null
table procurement.order_line line_amount numeric not null
table procurement.order_line live_amount numeric not null
table procurement.order_line exact_amount numeric
table procurement.order_line exact_quantity numeric
table procurement.order_line charges jsonb not null default '[]'::jsonb
table procurement.order_line minimum numeric not null
table procurement.order_line multiple numeric not null
table procurement.order_line ncnr boolean not null
table procurement.order_line returnable_days integer
table procurement.order_line lead_days integer
table procurement.order_line need_by date
table procurement.order_line revision text
table procurement.order_line note text
table procurement.order_line reserved numeric not null default 0
table procurement.order_line cancel_days integer
table procurement.order_line price_type text collate "C"
table procurement.order_line requires jsonb
table procurement.order_private org_id uuid not null
table procurement.order_private order_id uuid not null
table procurement.order_private placed_by uuid
table procurement.order_private cost_reference text
table procurement.order_private internal_note text
table procurement.order_private ship_to_site uuid
table procurement.order_private bill_to_site uuid
table procurement.priority code text collate "C" not null
table procurement.priority rank smallint not null
table procurement.priority respond_minutes integer
table procurement.priority ship_minutes integer
table procurement.priority clock text not null
table procurement.priority hold_minutes integer not null
table procurement.priority valid_from date not null
table procurement.priority_contact org_id uuid not null
table procurement.priority_contact priority text not null
table procurement.priority_contact level smallint not null
table procurement.priority_contact email text not null
table procurement.priority_policy org_id uuid not null
table procurement.priority_policy id uuid not null
table procurement.priority_policy counterparty_id uuid
table procurement.priority_policy priority text not null
table procurement.priority_policy respond_minutes integer not null
table procurement.priority_policy ship_minutes integer not null
table procurement.priority_policy clock text not null
table procurement.priority_policy place text collate "C" not null default ''::text
table procurement.priority_policy warn_percent smallint not null
table procurement.priority_policy escalate_percents smallint[] not null default '{}'::smallint[]
table procurement.priority_policy hold_minutes integer not null
table procurement.priority_policy po_to_follow boolean not null default false
table procurement.priority_policy po_cap numeric
table procurement.priority_policy po_currency text
table procurement.priority_policy po_minutes integer
table procurement.priority_policy version integer not null default 1
table procurement.purchase_order org_id uuid not null
table procurement.purchase_order id uuid not null default platform.uuid_v7()
table procurement.purchase_order counterparty_id uuid not null
table procurement.purchase_order number text collate "C" not null
table procurement.purchase_order supplier_number text collate "C"
table procurement.purchase_order currency text not null
table procurement.purchase_order minor_units smallint not null
table procurement.purchase_order status text not null default 'SENT'::text
table procurement.purchase_order channel text not null
table procurement.purchase_order ship_to jsonb not null
table procurement.purchase_order bill_to jsonb not null
table procurement.purchase_order delivery_terms jsonb
table procurement.purchase_order payment_terms text
table procurement.purchase_order agreement_id uuid
table procurement.purchase_order requested_delivery date
table procurement.purchase_order note text
table procurement.purchase_order charges jsonb not null default '[]'::jsonb
table procurement.purchase_order charges_total numeric not null default 0
table procurement.purchase_order total numeric not null
table procurement.purchase_order live_total numeric not null
table procurement.purchase_order placed_at timestamp with time zone not null default transaction_timestamp()
table procurement.purchase_order acknowledged_at timestamp with time zone
table procurement.purchase_order answered_at timestamp with time zone
table procurement.purchase_order version integer not null default 1
table procurement.rotable org_id uuid not null
table procurement.rotable id uuid not null
table procurement.rotable counterparty_id uuid not null
table procurement.rotable kind text not null
table procurement.rotable number text collate "C" not null
table procurement.rotable offer_id uuid not null
table procurement.rotable part_id uuid not null
table procurement.rotable part_number text not null
table procurement.rotable supplier_part text not null
table procurement.rotable description text not null
table procurement.rotable order_id uuid
table procurement.rotable line_id uuid
table procurement.rotable unit smallint
table procurement.rotable terms jsonb not null
table procurement.rotable currency text not null
table procurement.rotable fee numeric
table procurement.rotable fee_currency text
table procurement.rotable note text
table procurement.rotable ship_to jsonb
table procurement.rotable status text not null
table procurement.rotable out_serial text
table procurement.rotable out_waybill text
table procurement.rotable in_part text
table procurement.rotable in_serial text
table procurement.rotable in_waybill text
table procurement.rotable in_open boolean not null default false
table procurement.rotable certificate text
table procurement.rotable certificate_number text
table procurement.rotable findings text
table procurement.rotable reason_code text
table procurement.rotable reason text
table procurement.rotable quoted numeric
table procurement.rotable quote_until timestamp with time zone
table procurement.rotable disposition text
table procurement.rotable due_at timestamp with time zone
table procurement.rotable late_since timestamp with time zone
table procurement.rotable opened_at timestamp with time zone not null
table procurement.rotable sent_at timestamp with time zone
table procurement.rotable received_at timestamp with time zone
table procurement.rotable closed_at timestamp with time zone
table procurement.rotable generation smallint not null default 0
table procurement.rotable version integer not null default 1
table procurement.rotable_charge org_id uuid not null
table procurement.rotable_charge rotable_id uuid not null
table procurement.rotable_charge counterparty_id uuid not null
table procurement.rotable_charge kind text not null
table procurement.rotable_charge n smallint not null default 1
table procurement.rotable_charge amount numeric not null
table procurement.rotable_charge currency text not null
table procurement.rotable_charge at timestamp with time zone not null
table procurement.rotable_clock org_id uuid not null
table procurement.rotable_clock rotable_id uuid not null
table procurement.rotable_clock counterparty_id uuid not null
table procurement.rotable_clock generation smallint not null
table procurement.rotable_clock clock text not null
table procurement.rotable_clock mark text not null
table procurement.rotable_clock n smallint not null
table procurement.rotable_clock due_at timestamp with time zone not null
table procurement.rotable_clock fired_at timestamp with time zone
table procurement.rotable_clock settled_at timestamp with time zone
table procurement.rotable_edge kind text not null
table procurement.rotable_edge side text not null
table procurement.rotable_edge event text not null
table procurement.rotable_edge from_status text not null
table procurement.rotable_edge to_status text not null
table procurement.rotable_event org_id uuid not null
table procurement.rotable_event rotable_id uuid not null
table procurement.rotable_event seq integer not null
table procurement.rotable_event counterparty_id uuid not null
table procurement.rotable_event kind text not null
table procurement.rotable_event at timestamp with time zone not null
table procurement.rotable_event actor_org uuid
table procurement.rotable_event actor_member uuid
table procurement.rotable_event detail jsonb not null default '{}'::jsonb
table procurement.rotable_serial org_id uuid not null
table procurement.rotable_serial rotable_id uuid not null
table procurement.rotable_serial direction text not null
table procurement.rotable_serial part_number text not null
table procurement.rotable_serial serial text not null
table procurement.rotable_serial buyer_id uuid not null
table procurement.rotable_serial n smallint not null
table procurement.rotable_serial claimed_at timestamp with time zone not null
table procurement.rotable_serial released_at timestamp with time zone
table procurement.schedule_edge side text not null
table procurement.schedule_edge event text not null
table procurement.schedule_edge from_status text not null
table procurement.schedule_edge base_status text not null
table procurement.schedule_edge to_status text not null
table procurement.schedule_line org_id uuid not null
table procurement.schedule_line order_id uuid not null
table procurement.schedule_line line_id uuid not null
table procurement.schedule_line id uuid not null
table procurement.schedule_line counterparty_id uuid not null
table procurement.schedule_line quantity numeric not null
table procurement.schedule_line status text not null default 'REQUESTED'::text
table procurement.schedule_line base text
table procurement.schedule_line ship_on date
table procurement.schedule_line deliver_on date
table procurement.schedule_line price_amount numeric
table procurement.schedule_line price_basis numeric
table procurement.schedule_line substitute jsonb
table procurement.schedule_line proposal jsonb
table procurement.schedule_line request jsonb
table procurement.schedule_line reason text
table procurement.schedule_line raw_status text
table procurement.urgent_clock org_id uuid not null
table procurement.urgent_clock request_id uuid not null
table procurement.urgent_clock counterparty_id uuid not null
table procurement.urgent_clock generation smallint not null
table procurement.urgent_clock clock text not null
table procurement.urgent_clock mark text not null
table procurement.urgent_clock level smallint not null
table procurement.urgent_clock due_at timestamp with time zone not null
table procurement.urgent_clock fired_at timestamp with time zone
table procurement.urgent_clock settled_at timestamp with time zone
table procurement.urgent_event org_id uuid not null
table procurement.urgent_event request_id uuid not null
table procurement.urgent_event seq integer not null
table procurement.urgent_event counterparty_id uuid not null
table procurement.urgent_event kind text not null
table procurement.urgent_event at timestamp with time zone not null
table procurement.urgent_event actor_org uuid
table procurement.urgent_event actor_member uuid
table procurement.urgent_event detail jsonb not null default '{}'::jsonb
table procurement.urgent_request org_id uuid not null
table procurement.urgent_request id uuid not null
table procurement.urgent_request counterparty_id uuid not null
table procurement.urgent_request number text collate "C" not null
table procurement.urgent_request priority text not null
table procurement.urgent_request offer_id uuid not null
table procurement.urgent_request part_id uuid not null
table procurement.urgent_request supplier_part text not null
table procurement.urgent_request description text not null
table procurement.urgent_request order_unit text not null
table procurement.urgent_request quantity numeric not null
table procurement.urgent_request minimum_quantity numeric not null
table procurement.urgent_request need_at timestamp with time zone not null
table procurement.urgent_request tail text
table procurement.urgent_request grounded_at text
table procurement.urgent_request next_flight timestamp with time zone
table procurement.urgent_request contact text not null
table procurement.urgent_request forwarder text
table procurement.urgent_request forwarder_account text
table procurement.urgent_request note text
table procurement.urgent_request ship_to jsonb not null
table procurement.urgent_request status text not null default 'OPEN'::text
table procurement.urgent_request policy jsonb not null
table procurement.urgent_request opened_at timestamp with time zone not null
table procurement.urgent_request respond_by timestamp with time zone not null
table procurement.urgent_request ship_by timestamp with time zone not null
table procurement.urgent_request po_by timestamp with time zone
table procurement.urgent_request responded_at timestamp with time zone
table procurement.urgent_request promised_at timestamp with time zone
table procurement.urgent_request shipped_at timestamp with time zone
table procurement.urgent_request waybill text
table procurement.urgent_request closed_at timestamp with time zone
table procurement.urgent_request held numeric not null default 0
table procurement.urgent_request held_until timestamp with time zone
table procurement.urgent_request order_id uuid
table procurement.urgent_request generation smallint not null default 1
table procurement.urgent_request version integer not null default 1
table procurement.watch org_id uuid not null
table procurement.watch id uuid not null default platform.uuid_v7()
table procurement.watch person_id uuid not null
table procurement.watch name text not null
table procurement.watch part_id uuid
table procurement.watch query text
table procurement.watch manufacturer_id uuid
table procurement.watch classification text collate "C"
table procurement.watch on_offer boolean not null
table procurement.watch on_stock boolean not null
table procurement.watch on_price boolean not null
table procurement.watch stock_min numeric
table procurement.watch price_max numeric
table procurement.watch price_currency text collate "C"
table procurement.watch delivery text not null
table procurement.watch by_mail boolean not null
table procurement.watch version integer not null default 1
table procurement.watch created_at timestamp with time zone not null default transaction_timestamp()
table procurement.watch_key key text collate "C" not null
table procurement.watch_key org_id uuid not null
table procurement.watch_key watch_id uuid not null
table procurement.watch_mail token_hash bytea not null
table procurement.watch_mail org_id uuid not null
table procurement.watch_mail person_id uuid not null
table procurement.watch_mail issued_at timestamp with time zone not null default transaction_timestamp()
table procurement.watch_notice org_id uuid not null
table procurement.watch_notice id uuid not null default platform.uuid_v7()
table procurement.watch_notice person_id uuid not null
table procurement.watch_notice watch_id uuid
table procurement.watch_notice part_id uuid not null
table procurement.watch_notice kind text not null
table procurement.watch_notice facts jsonb not null
table procurement.watch_notice delivery text not null
table procurement.watch_notice at timestamp with time zone not null default transaction_timestamp()
table procurement.watch_notice read_at timestamp with time zone
table procurement.watch_notice mailed_at timestamp with time zone
table procurement.watch_state org_id uuid not null
table procurement.watch_state watch_id uuid not null
table procurement.watch_state part_id uuid not null
table procurement.watch_state state jsonb not null
table procurement.watch_touch org_id uuid not null
table procurement.watch_touch watch_id uuid not null
table procurement.watch_touch part_id uuid not null
table supply.agreement org_id uuid not null
table supply.agreement id uuid not null default platform.uuid_v7()
table supply.agreement counterparty_id uuid not null
table supply.agreement number text collate "C" not null
table supply.agreement currency text collate "C" not null
table supply.agreement valid_from date not null
table supply.agreement valid_to date not null
table supply.agreement pricing_date text collate "C" not null default 'ORDER'::text
table supply.agreement signed_by jsonb not null
table supply.agreement signed_at timestamp with time zone not null default transaction_timestamp()
table supply.agreement version integer not null default 1
table supply.agreement payment_terms text
table supply.agreement incoterm text collate "C"
table supply.agreement incoterm_edition smallint
table supply.agreement incoterm_place text
table supply.agreement best_price boolean not null default false
table supply.agreement ended_at timestamp with time zone
table supply.agreement ended_by jsonb
table supply.agreement end_reason text
table supply.agreement required_certificates text[] collate "C" not null default '{}'::text[]
table supply.agreement_price org_id uuid not null
table supply.agreement_price id uuid not null default platform.uuid_v7()
table supply.agreement_price agreement_id uuid not null
table supply.agreement_price counterparty_id uuid not null
table supply.agreement_price offer_id uuid
table supply.agreement_price category text collate "C"
table supply.agreement_price price numeric
table supply.agreement_price break_from numeric[]
table supply.agreement_price break_price numeric[]
table supply.agreement_price basis numeric
table supply.agreement_price price_unit text collate "C"
table supply.agreement_price discount_percent numeric
table supply.agreement_price currency text collate "C" not null
table supply.agreement_price valid_from date not null
table supply.agreement_price valid_to date not null
table supply.agreement_price pricing_date text collate "C" not null
table supply.agreement_price break_mode text collate "C" not null default 'WHOLE'::text
table supply.agreement_price break_unit text collate "C" not null default 'ORDER'::text
table supply.agreement_price break_scope text collate "C" not null default 'LINE'::text
table supply.agreement_price best boolean not null default false
table supply.asking_call org_id uuid not null
table supply.asking_call id uuid not null default platform.uuid_v7()
table supply.asking_call profile_id uuid not null
table supply.asking_call at timestamp with time zone not null default clock_timestamp()
table supply.asking_call cause text collate "C" not null
table supply.asking_call outcome text collate "C" not null
table supply.asking_call status integer
table supply.asking_call ms integer not null
table supply.asking_call lines integer not null
table supply.asking_call figures integer not null
table supply.asking_call problems jsonb not null default '[]'::jsonb
table supply.asking_profile org_id uuid not null
table supply.asking_profile id uuid not null default platform.uuid_v7()
table supply.asking_profile location text collate "C" not null
table supply.asking_profile url text not null
table supply.asking_profile header text
table supply.asking_profile secret text
table supply.asking_profile mapping jsonb not null
table supply.asking_profile timeout_ms integer not null
table supply.asking_profile calls_max integer not null
table supply.asking_profile cache_seconds integer not null
table supply.asking_profile fresh_seconds integer not null
table supply.asking_profile keep_minutes integer not null
table supply.asking_profile status text collate "C" not null
table supply.asking_profile version integer not null default 1
table supply.audience org_id uuid not null
table supply.audience id uuid not null default platform.uuid_v7()
table supply.audience name text not null
table supply.audience note text
table supply.audience version integer not null default 1
table supply.audience created_at timestamp with time zone not null default transaction_timestamp()
table supply.audience_member org_id uuid not null
table supply.audience_member audience uuid not null
table supply.audience_member counterparty_id uuid not null
table supply.audience_member agreement_id uuid
table supply.audience_member until date
table supply.audience_member opened_by uuid not null generated stored as COALESCE(agreement_id, audience)
table supply.calendar org_id uuid not null
table supply.calendar place text collate "C" not null
table supply.calendar name text not null
table supply.calendar time_zone text collate "C" not null
table supply.calendar working_days smallint[] not null
table supply.calendar opens time without time zone not null
table supply.calendar closes time without time zone not null
table supply.calendar cut_off time without time zone not null
table supply.calendar handling_days smallint not null default 0
table supply.calendar lead_from text collate "C" not null default 'ORDER'::text
table supply.calendar version integer not null default 1
table supply.calendar_day org_id uuid not null
table supply.calendar_day place text collate "C" not null
table supply.calendar_day day date not null
table supply.calendar_day kind text collate "C" not null
table supply.calendar_day name text not null default ''::text
table supply.catalogue org_id uuid not null
table supply.catalogue id uuid not null default platform.uuid_v7()
table supply.catalogue name text not null
table supply.catalogue currency text collate "C" not null
table supply.catalogue maker_rule text not null default 'FILE'::text
table supply.catalogue maker_code text collate "C"
table supply.catalogue maker_name text
table supply.catalogue audience uuid
table supply.catalogue mapping jsonb
table supply.catalogue mapping_headers_hash text
table supply.catalogue withdraw_percent_max numeric not null default 5
table supply.catalogue version integer not null default 0
table supply.catalogue sequence integer not null default 0
table supply.catalogue revision integer not null default 1
table supply.catalogue created_at timestamp with time zone not null default transaction_timestamp()
table supply.catalogue shown_version integer not null default 0
table supply.category_audience org_id uuid not null
table supply.category_audience catalogue_id uuid not null
table supply.category_audience category text collate "C" not null
table supply.category_audience audience uuid
table supply.charge_rule org_id uuid not null
table supply.charge_rule id uuid not null default platform.uuid_v7()
table supply.charge_rule code text collate "C" not null
table supply.charge_rule per text collate "C" not null
table supply.charge_rule applies text collate "C" not null
table supply.charge_rule amount numeric not null
table supply.charge_rule currency text collate "C" not null
table supply.charge_rule below numeric
table supply.charge_rule category text collate "C"
table supply.charge_rule valid_from date not null
table supply.charge_rule valid_to date not null
table supply.customer_category org_id uuid not null
table supply.customer_category counterparty_id uuid not null
table supply.customer_category category text collate "C" not null
table supply.discount_rule org_id uuid not null
table supply.discount_rule id uuid not null default platform.uuid_v7()
table supply.discount_rule customer_category text collate "C" not null
table supply.discount_rule product_category text collate "C" not null
table supply.discount_rule discount_percent numeric not null
table supply.discount_rule valid_from date not null
table supply.discount_rule valid_to date not null
table supply.exchange_rate org_id uuid not null
table supply.exchange_rate id uuid not null default platform.uuid_v7()
table supply.exchange_rate counterparty_id uuid not null
table supply.exchange_rate kind text collate "C" not null
table supply.exchange_rate from_currency text collate "C" not null
table supply.exchange_rate to_currency text collate "C" not null
table supply.exchange_rate rate numeric not null
table supply.exchange_rate source text not null
table supply.exchange_rate valid_from date not null
table supply.exchange_rate valid_to date
table supply.exchange_rate recorded_at timestamp with time zone not null default transaction_timestamp()
table supply.exchange_terms org_id uuid not null
table supply.exchange_terms offer_id uuid not null
table supply.exchange_terms audience uuid
table supply.exchange_terms currency text not null
table supply.exchange_terms core_value numeric not null
table supply.exchange_terms deposit numeric not null default 0
table supply.exchange_terms outright_price numeric
table supply.exchange_terms billed_at text not null default 'CORE_VALUE'::text
table supply.exchange_terms core_days smallint not null
table supply.exchange_terms day_kind text not null
table supply.exchange_terms late_fee numeric not null default 0
table supply.exchange_terms late_days smallint not null default 7
table supply.exchange_terms late_fees_max smallint not null default 52
table supply.exchange_terms bill_days smallint
table supply.exchange_terms replace_days smallint not null default 0
table supply.exchange_terms version integer not null default 1
table supply.hold_policy org_id uuid not null
table supply.hold_policy basket_minutes integer not null
table supply.hold_policy quote_hours integer not null
table supply.hold_policy approval_hours integer not null
table supply.hold_policy named_minutes integer not null
table supply.hold_policy version integer not null default 1
table supply.inbound org_id uuid not null
table supply.inbound offer_id uuid not null
table supply.inbound location text collate "C" not null
table supply.inbound reference text collate "C" not null
table supply.inbound audience uuid
table supply.inbound quantity numeric not null
table supply.inbound claimed numeric not null default 0
table supply.inbound expected_on date not null
table supply.inbound reported_at timestamp with time zone not null default transaction_timestamp()
table supply.inbound_claim org_id uuid not null
table supply.inbound_claim id uuid not null default platform.uuid_v7()
table supply.inbound_claim counterparty_id uuid not null
table supply.inbound_claim offer_id uuid not null
table supply.inbound_claim location text collate "C" not null
table supply.inbound_claim reference text collate "C" not null
table supply.inbound_claim promise_id uuid not null
table supply.inbound_claim kind text collate "C" not null
table supply.inbound_claim claimed_delta numeric not null
table supply.inbound_claim at timestamp with time zone not null default clock_timestamp()
table supply.lot org_id uuid not null
table supply.lot id uuid not null default platform.uuid_v7()
table supply.lot offer_id uuid not null
table supply.lot audience uuid
table supply.lot location text collate "C" not null
table supply.lot lot_number text collate "C"
table supply.lot serial_number text collate "C"
table supply.lot condition text collate "C" not null
table supply.lot certificates text[] collate "C" not null default '{}'::text[]
table supply.lot trace text collate "C" not null
table supply.lot shelf_life_on date
table supply.lot quantity numeric not null
table supply.lot taken numeric not null default 0
table supply.lot as_of timestamp with time zone not null default transaction_timestamp()
table supply.lot_certificate org_id uuid not null
table supply.lot_certificate id uuid not null default platform.uuid_v7()
table supply.lot_certificate lot_id uuid not null
table supply.lot_certificate audience uuid
table supply.lot_certificate shown boolean not null default false
table supply.lot_certificate kind text collate "C" not null
table supply.lot_certificate number text
table supply.lot_certificate issuer text
table supply.lot_certificate dated_on date
table supply.lot_certificate sha256 text collate "C" not null
table supply.lot_certificate size bigint not null
table supply.lot_certificate media_type text collate "C" not null
table supply.lot_certificate name text not null
table supply.lot_certificate attached_by jsonb not null
table supply.lot_certificate attached_at timestamp with time zone not null default transaction_timestamp()
table supply.lot_claim org_id uuid not null
table supply.lot_claim lot_id uuid not null
table supply.lot_claim counterparty_id uuid not null
table supply.lot_claim reference text collate "C" not null
table supply.lot_claim quantity numeric not null
table supply.lot_claim lot_number text collate "C"
table supply.lot_claim serial_number text collate "C"
table supply.lot_claim condition text collate "C" not null
table supply.lot_claim certificates text[] collate "C" not null
table supply.lot_claim trace text collate "C" not null
table supply.lot_claim shelf_life_on date
table supply.lot_claim location text collate "C" not null
table supply.lot_code list text collate "C" not null
table supply.lot_code version text collate "C" not null
table supply.lot_code code text collate "C" not null
table supply.lot_code same_as text[] collate "C" not null default '{}'::text[]
table supply.lot_code sold boolean not null
table supply.lot_code names jsonb not null
table supply.lot_code valid_from date not null
table supply.lot_code valid_to date
table supply.lot_departure org_id uuid not null
table supply.lot_departure id uuid not null default platform.uuid_v7()
table supply.lot_departure counterparty_id uuid not null
table supply.lot_departure reference text collate "C" not null
table supply.lot_departure movement text collate "C" not null
table supply.lot_departure lot_id uuid
table supply.lot_departure quantity numeric
table supply.lot_departure claimed numeric not null default 0
table supply.lot_departure lot_number text collate "C"
table supply.lot_departure serial_number text collate "C"
table supply.lot_departure condition text collate "C"
table supply.lot_departure certificates text[] collate "C" not null default '{}'::text[]
table supply.lot_departure trace text collate "C"
table supply.lot_departure shelf_life_on date
table supply.lot_departure location text collate "C"
table supply.lot_departure at timestamp with time zone not null default transaction_timestamp()
table supply.managed_location org_id uuid not null
table supply.managed_location location text collate "C" not null
table supply.managed_location since timestamp with time zone not null default transaction_timestamp()
table supply.market_price part_id uuid not null
table supply.market_price day date not null
table supply.market_price figures jsonb not null
table supply.offer org_id uuid not null
table supply.offer id uuid not null default platform.uuid_v7()
table supply.offer catalogue_id uuid not null
table supply.offer part_id uuid not null
table supply.offer supplier_part text collate "C" not null
table supply.offer name text not null
table supply.offer order_unit text collate "C" not null
table supply.offer raw_order_unit text
table supply.offer content_unit text collate "C"
table supply.offer content_per_order_unit numeric
table supply.offer price_unit text collate "C" not null
table supply.offer price_factor_num numeric not null
table supply.offer price_factor_den numeric not null
table supply.offer list_price numeric
table supply.offer currency text collate "C" not null
table supply.offer basis numeric not null
table supply.offer break_mode text not null default 'WHOLE'::text
table supply.offer audience uuid
table supply.offer category text collate "C"
table supply.offer minimum numeric not null
table supply.offer multiple numeric not null
table supply.offer lead_days integer
table supply.offer lead_kind text
table supply.offer charges jsonb
table supply.offer ncnr boolean not null
table supply.offer returnable_days integer
table supply.offer condition text collate "C"
table supply.offer approval_basis text collate "C"
table supply.offer country_of_origin text collate "C"
table supply.offer valid_from date
table supply.offer valid_to date
table supply.offer details jsonb
table supply.offer break_count smallint not null default 0
table supply.offer status text not null default 'ACTIVE'::text
table supply.offer digest bytea not null
table supply.offer from_version integer not null
table supply.offer revision text generated stored as (details ->> 'revision'::text)
table supply.offer actual_maker text generated stored as (details ->> 'actualMaker'::text)
table supply.offer price_type text collate "C"
table supply.offer held_until date
table supply.offer break_unit text collate "C"
table supply.offer break_scope text collate "C"
table supply.offer cancel_days integer
table supply.offer_certificates org_id uuid not null
table supply.offer_certificates offer_id uuid not null
table supply.offer_certificates audience uuid
table supply.offer_certificates certificates text[] collate "C" not null
table supply.offer_history org_id uuid not null
table supply.offer_history catalogue_id uuid not null
table supply.offer_history offer_id uuid not null
table supply.offer_history from_version integer not null
table supply.offer_history to_version integer not null
table supply.offer_history "row" jsonb not null
table supply.part_supply part_id uuid not null
table supply.part_supply offers integer not null
table supply.part_supply suppliers uuid[] not null
table supply.part_supply in_stock boolean not null
table supply.price_break org_id uuid not null
table supply.price_break offer_id uuid not null
table supply.price_break from_quantity numeric not null
table supply.price_break price numeric not null
table supply.price_break audience uuid
table supply.pricing_policy org_id uuid not null
table supply.pricing_policy sequence text[] not null default '{ITEM,GROUP,MATRIX,LIST}'::text[]
table supply.pricing_policy matrix boolean not null default false
table supply.pricing_policy charges boolean not null default false
table supply.pricing_policy item_at smallint generated stored as array_position(sequence, 'ITEM'::text)
table supply.pricing_policy group_at smallint generated stored as array_position(sequence, 'GROUP'::text)
table supply.pricing_policy matrix_at smallint generated stored as array_position(sequence, 'MATRIX'::text)
table supply.pricing_policy list_at smallint generated stored as array_position(sequence, 'LIST'::text)
table supply.pricing_policy version integer not null default 1
table supply.pricing_policy updated_at timestamp with time zone not null default transaction_timestamp()
table supply.promise org_id uuid not null
table supply.promise id uuid not null
table supply.promise counterparty_id uuid not null
table supply.promise offer_id uuid not null
table supply.promise part_id uuid not null
table supply.promise quantity numeric not null
table supply.promise inputs jsonb not null
table supply.promise answer jsonb not null
table supply.promise valid_until timestamp with time zone not null
table supply.promise status text collate "C" not null default 'GIVEN'::text
table supply.promise held_until timestamp with time zone
table supply.promise asked_at timestamp with time zone not null
table supply.promise order_line uuid
table supply.promise released_reason text
table supply.publication org_id uuid not null
table supply.publication catalogue_id uuid not null
table supply.publication version integer not null
table supply.publication upload_id uuid
table supply.publication kind text not null
table supply.publication rolled_back_to integer
table supply.publication counts jsonb not null
table supply.publication published_at timestamp with time zone not null default transaction_timestamp()
table supply.publication published_by jsonb not null default '{}'::jsonb
table supply.record_block org_id uuid not null
table supply.record_block upload_id uuid not null
table supply.record_block block integer not null
table supply.record_block digests bytea not null
table supply.record_block habits integer[]
table supply.record_block parts text[] collate "C" not null
table supply.repair_terms org_id uuid not null
table supply.repair_terms offer_id uuid not null
table supply.repair_terms audience uuid
table supply.repair_terms currency text not null
table supply.repair_terms pricing text not null
table supply.repair_terms price numeric
table supply.repair_terms evaluation_fee numeric not null default 0
table supply.repair_terms quote_days smallint not null
table supply.repair_terms approve_days smallint not null
table supply.repair_terms turn_days smallint not null
table supply.repair_terms day_kind text not null
table supply.repair_terms version integer not null default 1
table supply.row_problem org_id uuid not null
table supply.row_problem upload_id uuid not null
table supply.row_problem line integer not null
table supply.row_problem id uuid not null default platform.uuid_v7()
table supply.row_problem column_name text
table supply.row_problem supplier_part text collate "C"
table supply.row_problem code text collate "C" not null
table supply.row_problem facts jsonb not null default '{}'::jsonb
table supply.row_problem message text
table supply.row_problem severity text not null
table supply.row_problem raw jsonb
table supply.staged_category org_id uuid not null
table supply.staged_category upload_id uuid not null
table supply.staged_category supplier_part text collate "C" not null
table supply.staged_category category text collate "C" not null
table supply.staged_change org_id uuid not null
table supply.staged_change upload_id uuid not null
table supply.staged_change change text not null
table supply.staged_change supplier_part text collate "C" not null
table supply.staged_change row_no integer
table supply.staged_change offer_id uuid
table supply.staged_change digest bytea
table supply.staged_row org_id uuid not null
table supply.staged_row upload_id uuid not null
table supply.staged_row row_no integer not null
table supply.staged_row line integer not null
table supply.staged_row action text not null
table supply.staged_row refused boolean not null default false
table supply.staged_row supplier_part text collate "C"
table supply.staged_row maker text collate "C"
table supply.staged_row maker_name text
table supply.staged_row part_number text collate "C"
table supply.staged_row name text
table supply.staged_row order_unit text collate "C"
table supply.staged_row raw_order_unit text
table supply.staged_row content_unit text collate "C"
table supply.staged_row content_per_order_unit numeric
table supply.staged_row price_unit text collate "C"
table supply.staged_row price_factor_num numeric
table supply.staged_row price_factor_den numeric
table supply.staged_row list_price numeric
table supply.staged_row currency text collate "C"
table supply.staged_row basis numeric
table supply.staged_row break_mode text
table supply.staged_row audience uuid
table supply.staged_row category text collate "C"
table supply.staged_row minimum numeric
table supply.staged_row multiple numeric
table supply.staged_row lead_days integer
table supply.staged_row lead_kind text
table supply.staged_row charges jsonb
table supply.staged_row ncnr boolean
table supply.staged_row returnable_days integer
table supply.staged_row condition text collate "C"
table supply.staged_row approval_basis text collate "C"
table supply.staged_row country_of_origin text collate "C"
table supply.staged_row valid_from date
table supply.staged_row valid_to date
table supply.staged_row details jsonb
table supply.staged_row break_from numeric[]
table supply.staged_row break_price numeric[]
table supply.staged_row stock_location text[]
table supply.staged_row stock_quantity numeric[]
table supply.staged_row stock_as_of timestamp with time zone
table supply.staged_row said jsonb
table supply.staged_row price_type text collate "C"
table supply.staged_row held_until date
table supply.staged_row break_unit text collate "C"
table supply.staged_row break_scope text collate "C"
table supply.staged_row cancel_days integer
table supply.staged_row digest bytea generated stored as supply.content_digest(name, order_unit, raw_order_unit, content_unit, content_per_order_unit, price_unit, price_factor_num, price_factor_den, list_price, currency, basis, break_mode, audience, category, minimum, multiple, lead_days, lead_kind, charges, ncnr, returnable_days, condition, approval_basis, country_of_origin, valid_from, valid_to, details, break_from, break_price, price_type, held_until, break_unit, break_scope, cancel_days)
table supply.staged_row unfolded boolean not null default false
table supply.staged_same org_id uuid not null
table supply.staged_same upload_id uuid not null
table supply.staged_same block integer not null
table supply.staged_same base_version integer not null
table supply.staged_same row_nos integer[] not null
table supply.staged_same lines integer[] not null
table supply.staged_same parts text[] collate "C" not null
table supply.staged_same stock_locations text[] not null
table supply.staged_same stock_quantities text[] not null
table supply.stock org_id uuid not null
table supply.stock offer_id uuid not null
table supply.stock location text collate "C" not null
table supply.stock audience uuid
table supply.stock quantity numeric not null
table supply.stock reserved numeric not null default 0
table supply.stock as_of timestamp with time zone not null
table supply.stock source text collate "C" not null
table supply.stock_hold org_id uuid not null
table supply.stock_hold id uuid not null default platform.uuid_v7()
table supply.stock_hold counterparty_id uuid not null
table supply.stock_hold offer_id uuid not null
table supply.stock_hold part_id uuid not null
table supply.stock_hold holder_kind text collate "C" not null
table supply.stock_hold holder_id uuid not null
table supply.stock_hold label text
table supply.stock_hold quantity numeric not null
table supply.stock_hold held numeric not null
table supply.stock_hold places jsonb not null
table supply.stock_hold status text collate "C" not null default 'HELD'::text
table supply.stock_hold expires_at timestamp with time zone not null
table supply.stock_hold created_at timestamp with time zone not null default clock_timestamp()
table supply.stock_hold ended_at timestamp with time zone
table supply.stock_hold consumed_by text collate "C"
table supply.stock_hold reason text
table supply.stock_hold idem_key text collate "C" not null
table supply.stock_hold line integer not null
table supply.stock_hold version integer not null default 1
table supply.stock_ledger org_id uuid not null
table supply.stock_ledger id uuid not null default platform.uuid_v7()
table supply.stock_ledger counterparty_id uuid not null
table supply.stock_ledger offer_id uuid not null
table supply.stock_ledger location text collate "C" not null
table supply.stock_ledger kind text collate "C" not null
table supply.stock_ledger reserved_delta numeric not null
table supply.stock_ledger quantity_delta numeric not null default 0
table supply.stock_ledger reference text collate "C" not null
table supply.stock_ledger movement text collate "C" not null
table supply.stock_ledger at timestamp with time zone not null default clock_timestamp()
table supply.stock_ledger reason text collate "C"
table supply.stock_ledger note text
table supply.stock_ledger member_id uuid
table supply.transit org_id uuid not null
table supply.transit place text collate "C" not null
table supply.transit country text collate "C" not null
table supply.transit region text collate "C" not null
table supply.transit method text collate "C" not null
table supply.transit days smallint not null
table supply.transit day_kind text collate "C" not null
table supply.unit_terms_past org_id uuid not null
table supply.unit_terms_past offer_id uuid not null
table supply.unit_terms_past kind text not null
table supply.unit_terms_past version integer not null
table supply.upload org_id uuid not null
table supply.upload id uuid not null default platform.uuid_v7()
table supply.upload catalogue_id uuid
table supply.upload kind text not null
table supply.upload file_name text not null
table supply.upload format text
table supply.upload bytes bigint not null
table supply.upload sha256 text collate "C" not null
table supply.upload load_mode text
table supply.upload complete boolean not null default false
table supply.upload prev_version integer
table supply.upload state text not null default 'QUARANTINED'::text
table supply.upload progress jsonb not null default '{}'::jsonb
table supply.upload counts jsonb
table supply.upload reasons jsonb
table supply.upload mapping jsonb
table supply.upload error jsonb
table supply.upload based_on_version integer
table supply.upload publication_version integer
table supply.upload staged_rows integer not null default 0
table supply.upload created_by jsonb not null default '{}'::jsonb
table supply.upload created_at timestamp with time zone not null default transaction_timestamp()
table supply.upload updated_at timestamp with time zone not null default transaction_timestamp()
table supply.upload version integer not null default 1
table supply.upload publish_at timestamp with time zone
table supply.upload publish_zone text
table tendering.amendment org_id uuid not null
table tendering.amendment tender_id uuid not null
table tendering.amendment version integer not null
table tendering.amendment shown text not null
table tendering.amendment reason text not null
table tendering.amendment changes jsonb not null
table tendering.amendment confirm boolean not null
table tendering.amendment made_at timestamp with time zone not null
table tendering.amendment closes_at timestamp with time zone not null
table tendering.arrival tender_org uuid not null
table tendering.arrival lot_id uuid not null
table tendering.arrival last bigint not null
table tendering.auction org_id uuid not null
table tendering.auction id uuid not null
table tendering.auction tender_id uuid not null
table tendering.auction lot_id uuid not null
table tendering.auction kind text not null
table tendering.auction terms jsonb not null
table tendering.auction started_at timestamp with time zone not null
table tendering.auction opens_at timestamp with time zone not null
table tendering.auction paused_at timestamp with time zone
table tendering.auction resumes_at timestamp with time zone
table tendering.auction pause_reason text
table tendering.auction sealed_at timestamp with time zone
table tendering.auction voided_at timestamp with time zone
table tendering.auction void_reason text
table tendering.auction_act org_id uuid not null
table tendering.auction_act auction_id uuid not null
table tendering.auction_act sequence integer not null
table tendering.auction_act at timestamp with time zone not null
table tendering.auction_act at_us bigint not null
table tendering.auction_act by text not null
table tendering.auction_act kind text not null
table tendering.auction_act label text collate "C"
table tendering.auction_act amount numeric
table tendering.auction_act value text
table tendering.auction_act act text not null
table tendering.auction_act hash text collate "C" not null
table tendering.auction_act member_id uuid
table tendering.auction_bidder org_id uuid not null
table tendering.auction_bidder auction_id uuid not null
table tendering.auction_bidder counterparty_id uuid not null
table tendering.auction_bidder bid_id uuid not null
table tendering.auction_bidder label text collate "C" not null
table tendering.auction_bidder coefficient text not null
table tendering.auction_bidder addition text not null
table tendering.auction_bidder first_amount numeric
table tendering.auction_file org_id uuid not null
table tendering.auction_file auction_id uuid not null
table tendering.auction_file body text not null
table tendering.auction_file digest text collate "C" not null
table tendering.auction_file published_at timestamp with time zone not null default clock_timestamp()
table tendering.auction_head org_id uuid not null
table tendering.auction_head auction_id uuid not null
table tendering.auction_head opening text not null
table tendering.auction_head sequence integer not null default 0
table tendering.auction_head hash text collate "C" not null
table tendering.auction_head at_us bigint not null default 0
table tendering.auction_head closes jsonb not null
table tendering.auction_head held_us bigint
table tendering.auction_head held_by xid8
table tendering.auction_head beat_us bigint
table tendering.auction_head next_us bigint
table tendering.auction_result org_id uuid not null
table tendering.auction_result auction_id uuid not null
table tendering.auction_result body text not null
table tendering.auction_result digest text collate "C" not null
table tendering.auction_result made_at timestamp with time zone not null default clock_timestamp()
table tendering.award org_id uuid not null
table tendering.award id uuid not null
table tendering.award counterparty_id uuid not null
table tendering.award tender_id uuid not null
table tendering.award lot_id uuid not null
table tendering.award bid_id uuid not null
table tendering.award round smallint not null
table tendering.award currency text collate "C" not null
table tendering.award digest text collate "C" not null
table tendering.award makes text not null
table tendering.award order_id uuid
table tendering.award agreement_id uuid
table tendering.award awarded_at timestamp with time zone not null
table tendering.award cancelled_at timestamp with time zone
table tendering.award cancel_reason text
table tendering.award_line org_id uuid not null
table tendering.award_line award_id uuid not null
table tendering.award_line line_id uuid not null
table tendering.award_line counterparty_id uuid not null
table tendering.award_line quantity numeric not null
table tendering.award_line unit text collate "C" not null
table tendering.award_line price numeric not null
table tendering.award_line basis numeric not null
table tendering.award_line price_unit text collate "C" not null
table tendering.award_line factor_num numeric not null
table tendering.award_line factor_den numeric not null
table tendering.award_line currency text collate "C" not null
table tendering.award_line lead_days integer
table tendering.award_line offer_id uuid
table tendering.award_line alternate text
table tendering.award_line breaks jsonb not null default '[]'::jsonb
table tendering.award_note org_id uuid not null
table tendering.award_note award_id uuid not null
table tendering.award_note tender_id uuid not null
table tendering.award_note rank smallint
table tendering.award_note reason text
table tendering.award_scenario org_id uuid not null
table tendering.award_scenario id uuid not null
table tendering.award_scenario tender_id uuid not null
table tendering.award_scenario name text not null
table tendering.award_scenario ask jsonb not null
table tendering.award_scenario asks integer not null default 1
table tendering.award_scenario status text not null default 'ASKED'::text
table tendering.award_scenario asked_by uuid
table tendering.award_scenario asked_at timestamp with time zone not null
table tendering.award_scenario solved_at timestamp with time zone
table tendering.award_scenario tender_edits integer
table tendering.award_scenario report jsonb
table tendering.bid org_id uuid not null
table tendering.bid id uuid not null
table tendering.bid counterparty_id uuid not null
table tendering.bid tender_id uuid not null
table tendering.bid lot_id uuid not null
table tendering.bid round smallint not null
table tendering.bid seq integer not null
table tendering.bid tender_version integer not null
table tendering.bid digest text collate "C" not null
table tendering.bid sequence bigint not null
table tendering.bid first_at timestamp with time zone not null
table tendering.bid accepted_at timestamp with time zone not null
table tendering.bid withdrawn_at timestamp with time zone
table tendering.bid_content org_id uuid not null
table tendering.bid_content bid_id uuid not null
table tendering.bid_content counterparty_id uuid not null
table tendering.bid_content tender_id uuid not null
table tendering.bid_content lot_id uuid not null
table tendering.bid_content round smallint not null
table tendering.bid_content envelope text not null default 'WHOLE'::text
table tendering.bid_content body text
table tendering.bid_content sealed bytea
table tendering.bid_content digest text collate "C" not null
table tendering.bid_draft org_id uuid not null
table tendering.bid_draft lot_id uuid not null
table tendering.bid_draft round smallint not null
table tendering.bid_draft tender_org uuid not null
table tendering.bid_draft tender_id uuid not null
table tendering.bid_draft body jsonb not null
table tendering.bid_draft edits integer not null default 1
table tendering.bid_draft saved_at timestamp with time zone not null
table tendering.bid_receipt org_id uuid not null
table tendering.bid_receipt bid_id uuid not null
table tendering.bid_receipt counterparty_id uuid not null
table tendering.bid_receipt tender_id uuid not null
table tendering.bid_receipt lot_id uuid not null
table tendering.bid_receipt round smallint not null
table tendering.bid_receipt seq integer not null
table tendering.bid_receipt kind text not null
table tendering.bid_receipt digest text collate "C" not null
table tendering.bid_receipt accepted_at timestamp with time zone not null
table tendering.bid_receipt sequence bigint not null
table tendering.bid_receipt stands boolean not null default true
table tendering.bid_score org_id uuid not null
table tendering.bid_score tender_id uuid not null
table tendering.bid_score lot_id uuid not null
table tendering.bid_score bid_id uuid not null
table tendering.bid_score criterion_id text collate "C" not null
table tendering.bid_score member_id uuid not null
table tendering.bid_score score numeric
table tendering.bid_score passed boolean
table tendering.bid_score note text
table tendering.bid_score given_at timestamp with time zone not null
table tendering.bid_version org_id uuid not null
table tendering.bid_version bid_id uuid not null
table tendering.bid_version counterparty_id uuid not null
table tendering.bid_version tender_id uuid not null
table tendering.bid_version lot_id uuid not null
table tendering.bid_version round smallint not null
table tendering.bid_version seq integer not null
table tendering.bid_version envelope text not null default 'WHOLE'::text
table tendering.bid_version kind text not null
table tendering.bid_version tender_version integer not null
table tendering.bid_version body text
table tendering.bid_version sealed bytea
table tendering.bid_version digest text collate "C" not null
table tendering.bid_version accepted_at timestamp with time zone not null
table tendering.bid_version member_id uuid
table tendering.clock_beat at timestamp with time zone not null
table tendering.envelope_opening org_id uuid not null
table tendering.envelope_opening bid_id uuid not null
table tendering.envelope_opening envelope text not null
table tendering.envelope_opening counterparty_id uuid not null
table tendering.envelope_opening tender_id uuid not null
table tendering.envelope_opening lot_id uuid not null
table tendering.envelope_opening round smallint not null
table tendering.envelope_opening outcome text not null
table tendering.envelope_opening reason text
table tendering.envelope_opening content_key text
table tendering.envelope_opening body text
table tendering.envelope_opening opened_at timestamp with time zone not null
table tendering.envelope_opening member_id uuid
table tendering.envelope_opening verdict text
table tendering.envelope_opening verdict_reason text
table tendering.envelope_opening judged_at timestamp with time zone
table tendering.evaluation org_id uuid not null
table tendering.evaluation tender_id uuid not null
table tendering.evaluation lot_id uuid not null
table tendering.evaluation n integer not null
table tendering.evaluation round smallint not null
table tendering.evaluation body text not null
table tendering.evaluation digest text collate "C" not null
table tendering.evaluation made_at timestamp with time zone not null
table tendering.evaluation member_id uuid
table tendering.follower tender_org uuid not null
table tendering.follower tender_id uuid not null
table tendering.follower org_id uuid not null
table tendering.follower since timestamp with time zone not null
table tendering.half_part org_id uuid not null
table tendering.half_part lot_id uuid not null
table tendering.half_part round smallint not null
table tendering.half_part envelope text not null
table tendering.half_part bid_id uuid not null
table tendering.half_part part text collate "C" not null
table tendering.half_release org_id uuid not null
table tendering.half_release tender_id uuid not null
table tendering.half_release lot_id uuid not null
table tendering.half_release round smallint not null
table tendering.half_release envelope text not null
table tendering.half_release released_at timestamp with time zone not null
table tendering.half_release member_id uuid
table tendering.handed_share org_id uuid not null
table tendering.handed_share session_id uuid not null
table tendering.handed_share key_id uuid not null
table tendering.handed_share "position" smallint not null
table tendering.handed_share sealed text not null
table tendering.handed_share handed_at timestamp with time zone not null
table tendering.handed_share member_id uuid
table tendering.held_share org_id uuid not null
table tendering.held_share tender_id uuid not null
table tendering.held_share key_id uuid not null
table tendering.held_share role text not null
table tendering.held_share "position" smallint not null
table tendering.held_share sealed text not null
table tendering.hub_half org_id uuid not null
table tendering.hub_half tender_id uuid not null
table tendering.hub_half lot_id uuid not null
table tendering.hub_half round smallint not null
table tendering.hub_half shown text not null
table tendering.hub_half public_key text collate "C" not null
table tendering.hub_half made_at timestamp with time zone not null
table tendering.hub_secret org_id uuid not null
table tendering.hub_secret lot_id uuid not null
table tendering.hub_secret round smallint not null
table tendering.hub_secret sealed text
table tendering.hub_secret armed_for timestamp with time zone not null
table tendering.hub_secret spent_at timestamp with time zone
table tendering.interest org_id uuid not null
table tendering.interest tender_id uuid not null
table tendering.interest member_id uuid not null
table tendering.interest has_conflict boolean not null
table tendering.interest note text
table tendering.interest declared_at timestamp with time zone not null
table tendering.invitation org_id uuid not null
table tendering.invitation tender_id uuid not null
table tendering.invitation counterparty_id uuid not null
table tendering.invitation invited_at timestamp with time zone not null
table tendering.invitation invited_by uuid
table tendering.invitation declined_at timestamp with time zone
table tendering.invitation decline_reason text
table tendering.line_private org_id uuid not null
table tendering.line_private line_id uuid not null
table tendering.line_private target numeric
table tendering.line_private target_basis numeric
table tendering.lot org_id uuid not null
table tendering.lot tender_id uuid not null
table tendering.lot id uuid not null
table tendering.lot shown text not null
table tendering.lot "position" smallint not null
table tendering.lot title text not null
table tendering.lot round smallint not null default 1
table tendering.lot confirm_from integer not null default 1
table tendering.lot seed text
table tendering.lot awarded_at timestamp with time zone
table tendering.lot unsuccessful_at timestamp with time zone
table tendering.lot cancelled_at timestamp with time zone
table tendering.lot cancel_reason text
table tendering.lot_round org_id uuid not null
table tendering.lot_round tender_id uuid not null
table tendering.lot_round lot_id uuid not null
table tendering.lot_round round smallint not null
table tendering.lot_round shown text not null
table tendering.lot_round kind text not null
table tendering.lot_round confidentiality text not null
table tendering.lot_round opens_at timestamp with time zone not null
table tendering.lot_round closes_at timestamp with time zone not null
table tendering.lot_round closed_at timestamp with time zone
table tendering.lot_round bids_from timestamp with time zone
table tendering.lot_round rescheduled smallint not null default 0
table tendering.notice org_id uuid not null
table tendering.notice tender_id uuid not null
table tendering.notice seq integer not null
table tendering.notice ocid text collate "C" not null
table tendering.notice release_id text collate "C" not null
table tendering.notice tags text[] not null
table tendering.notice released_at timestamp with time zone not null
table tendering.notice digest text collate "C" not null
table tendering.notice body text not null
table tendering.officer_key org_id uuid not null
table tendering.officer_key id uuid not null
table tendering.officer_key member_id uuid
table tendering.officer_key name text not null
table tendering.officer_key public_key text collate "C" not null
table tendering.officer_key registered_at timestamp with time zone not null
table tendering.officer_key revoked_at timestamp with time zone
table tendering.opening_session org_id uuid not null
table tendering.opening_session id uuid not null
table tendering.opening_session tender_id uuid not null
table tendering.opening_session kind text not null
table tendering.opening_session public_key text collate "C" not null
table tendering.opening_session opened_at timestamp with time zone not null
table tendering.opening_session member_id uuid
table tendering.public_tender org_id uuid not null
table tendering.public_tender tender_id uuid not null
table tendering.public_tender ocid text collate "C" not null
table tendering.public_tender seq integer not null
table tendering.public_tender digest text collate "C" not null
table tendering.public_tender status text not null
table tendering.public_tender published_at timestamp with time zone not null
table tendering.public_tender closes_at timestamp with time zone not null
table tendering.public_tender words text not null
table tendering.public_tender facts jsonb not null
table tendering.question org_id uuid not null
table tendering.question tender_id uuid not null
table tendering.question id uuid not null
table tendering.question shown text not null
table tendering.question lot_id uuid
table tendering.question body text not null
table tendering.question in_time boolean not null
table tendering.question asked_at timestamp with time zone not null
table tendering.question answer text
table tendering.question answered_at timestamp with time zone
table tendering.question_asker org_id uuid not null
table tendering.question_asker question_id uuid not null
table tendering.question_asker tender_org uuid not null
table tendering.question_asker tender_id uuid not null
table tendering.question_asker member_id uuid
table tendering.receipt_key one boolean not null
table tendering.receipt_key public_key text collate "C" not null
table tendering.receipt_key sealed text not null
table tendering.receipt_key made_at timestamp with time zone not null
table tendering.round_admission org_id uuid not null
table tendering.round_admission lot_id uuid not null
table tendering.round_admission round smallint not null
table tendering.round_admission counterparty_id uuid not null
table tendering.round_admission admitted_at timestamp with time zone not null
table tendering.sealing org_id uuid not null
table tendering.sealing tender_id uuid not null
table tendering.sealing shown text not null
table tendering.sealing officers_key text collate "C" not null
table tendering.sealing threshold smallint not null
table tendering.sealing envelopes text[] not null
table tendering.sealing rehearsal text not null
table tendering.sealing arranged_at timestamp with time zone not null
table tendering.sealing arranged_by uuid
table tendering.sealing rehearsed_at timestamp with time zone
table tendering.tender org_id uuid not null
table tendering.tender id uuid not null default platform.uuid_v7()
table tendering.tender shown text not null
table tendering.tender number text collate "C" not null
table tendering.tender title text not null
table tendering.tender description text
table tendering.tender procedure text not null
table tendering.tender single_reason text
table tendering.tender confidentiality text not null
table tendering.tender currency text collate "C" not null
table tendering.tender rates jsonb not null default '{}'::jsonb
table tendering.tender formula jsonb not null
table tendering.tender criteria jsonb not null default '[]'::jsonb
table tendering.tender quality_min numeric
table tendering.tender tie_break jsonb not null default '[]'::jsonb
table tendering.tender low_bid jsonb
table tendering.tender delivery_term text not null
table tendering.tender payment_days smallint not null default 30
table tendering.tender yearly_rate numeric
table tendering.tender award_mode text not null
table tendering.tender shares text[] not null default '{}'::text[]
table tendering.tender bids_min smallint not null default 1
table tendering.tender questions_close_at timestamp with time zone
table tendering.tender closes_at timestamp with time zone
table tendering.tender stagger_minutes smallint not null default 0
table tendering.tender push_hours smallint not null default 24
table tendering.tender pushed_version integer not null default 0
table tendering.tender version integer not null default 0
table tendering.tender edits integer not null default 1
table tendering.tender created_at timestamp with time zone not null default transaction_timestamp()
table tendering.tender published_at timestamp with time zone
table tendering.tender cancelled_at timestamp with time zone
table tendering.tender cancel_reason text
table tendering.tender title_key text collate "C" generated stored as lower(title)
table tendering.tender agreement_from date
table tendering.tender agreement_to date
table tendering.tender auction jsonb
table tendering.tender is_public boolean not null default false
table tendering.tender_document org_id uuid not null
table tendering.tender_document tender_id uuid not null
table tendering.tender_document id uuid not null
table tendering.tender_document shown text not null
table tendering.tender_document title text not null
table tendering.tender_document name text not null
table tendering.tender_document sha256 text collate "C" not null
table tendering.tender_document size bigint not null
table tendering.tender_document media_type text not null
table tendering.tender_document version integer not null
table tendering.tender_document added_at timestamp with time zone not null
table tendering.tender_event org_id uuid not null
table tendering.tender_event tender_id uuid not null
table tendering.tender_event seq integer not null
table tendering.tender_event kind text not null
table tendering.tender_event once text
table tendering.tender_event at timestamp with time zone not null
table tendering.tender_event member_id uuid
table tendering.tender_event detail jsonb not null default '{}'::jsonb
table tendering.tender_line org_id uuid not null
table tendering.tender_line tender_id uuid not null
table tendering.tender_line lot_id uuid not null
table tendering.tender_line id uuid not null
table tendering.tender_line shown text not null
table tendering.tender_line "position" smallint not null
table tendering.tender_line number text collate "C" not null
table tendering.tender_line part_id uuid
table tendering.tender_line part_number text
table tendering.tender_line description text not null
table tendering.tender_line quantity numeric not null
table tendering.tender_line unit text collate "C" not null
table tendering.tender_line need_by date
table tendering.tender_line ship_to jsonb
table tendering.tender_line alternates_allowed boolean not null default false
table tendering.tender_line revision text
table tendering.tender_line target numeric
table tendering.tender_line target_basis numeric
table tendering.tender_line dropped_in integer
table tendering.tender_private org_id uuid not null
table tendering.tender_private tender_id uuid not null
table tendering.tender_private internal_note text
table tendering.tender_private cost_reference text
table tendering.tender_private budget numeric
table tendering.tender_private ship_to_site uuid
table tendering.tender_private source jsonb not null default '{}'::jsonb
table tendering.tender_private created_by uuid
constraint catalog.class_mapping class_mapping_pkey PRIMARY KEY (from_system, from_version, from_code, to_system, to_version, to_code)
constraint catalog.class_mapping class_mapping_relation_check CHECK ((relation = ANY (ARRAY['SAME'::text, 'CONTAINS'::text])))
constraint catalog.classification classification_pkey PRIMARY KEY (system, version, code)
constraint catalog.classification_release classification_release_classes_check CHECK ((classes >= 0))
constraint catalog.classification_release classification_release_file_name_check CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 255)))
constraint catalog.classification_release classification_release_loaded_by_fkey FOREIGN KEY (loaded_by) REFERENCES organizations.organization(id)
constraint catalog.classification_release classification_release_pkey PRIMARY KEY (system, version)
constraint catalog.classification_release classification_release_system_check CHECK ((system ~ '^[A-Z][A-Z0-9_]{1,19}$'::text))
constraint catalog.classification_release classification_release_version_check CHECK ((version ~ '^[0-9][0-9A-Za-z.]{0,19}$'::text))
constraint catalog.common_alias common_alias_check CHECK ((valid_to >= valid_from))
constraint catalog.common_alias common_alias_kind_check CHECK (((kind = ANY (ARRAY['OWN_STOCK_NUMBER'::text, 'NSN'::text, 'GTIN'::text, 'FORMER_NUMBER'::text, 'SUPPLIER_NUMBER'::text])) AND (kind <> 'OWN_STOCK_NUMBER'::text)))
constraint catalog.common_alias common_alias_kind_number_part_id_key UNIQUE (kind, number, part_id)
constraint catalog.common_alias common_alias_number_check CHECK (((length(number) >= 1) AND (length(number) <= 70)))
constraint catalog.common_alias common_alias_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint catalog.common_alias common_alias_pkey PRIMARY KEY (id)
constraint catalog.common_alias common_alias_set_by_fkey FOREIGN KEY (set_by) REFERENCES organizations.organization(id)
constraint catalog.identity_correction identity_correction_check CHECK ((to_part <> from_part))
constraint catalog.identity_correction identity_correction_check1 CHECK (((to_part IS NOT NULL) OR (undone_at IS NOT NULL)))
constraint catalog.identity_correction identity_correction_check2 CHECK (((kind = 'SPLIT'::text) = (supplier_id IS NOT NULL)))
constraint catalog.identity_correction identity_correction_check3 CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone_reason IS NULL))))
constraint catalog.identity_correction identity_correction_from_part_fkey FOREIGN KEY (from_part) REFERENCES catalog.part(id)
constraint catalog.identity_correction identity_correction_kind_check CHECK ((kind = ANY (ARRAY['MERGE'::text, 'SPLIT'::text])))
constraint catalog.identity_correction identity_correction_made_by_fkey FOREIGN KEY (made_by) REFERENCES organizations.organization(id)
constraint catalog.identity_correction identity_correction_pkey PRIMARY KEY (id)
constraint catalog.identity_correction identity_correction_reason_check CHECK (((char_length(reason) >= 3) AND (char_length(reason) <= 500)))
constraint catalog.identity_correction identity_correction_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES organizations.organization(id)
constraint catalog.identity_correction identity_correction_to_part_fkey FOREIGN KEY (to_part) REFERENCES catalog.part(id) ON DELETE SET NULL
constraint catalog.identity_correction identity_correction_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES organizations.organization(id)
constraint catalog.identity_correction identity_correction_undone_reason_check CHECK (((char_length(undone_reason) >= 3) AND (char_length(undone_reason) <= 500)))
constraint catalog.interchange_approval interchange_approval_check CHECK ((valid_to >= valid_from))
constraint catalog.interchange_approval interchange_approval_check1 CHECK (((kind = 'MANUFACTURER'::text) = (maker_id IS NOT NULL)))
constraint catalog.interchange_approval interchange_approval_check2 CHECK (((kind = 'BUYER'::text) OR (fleet IS NULL)))
constraint catalog.interchange_approval interchange_approval_fleet_check CHECK (((length(fleet) >= 1) AND (length(fleet) <= 60)))
constraint catalog.interchange_approval interchange_approval_kind_check CHECK ((kind = ANY (ARRAY['MANUFACTURER'::text, 'BUYER'::text])))
constraint catalog.interchange_approval interchange_approval_link_org_link_id_fkey FOREIGN KEY (link_org, link_id) REFERENCES catalog.interchange_link(org_id, id)
constraint catalog.interchange_approval interchange_approval_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES catalog.manufacturer(id)
constraint catalog.interchange_approval interchange_approval_note_check CHECK ((length(note) <= 500))
constraint catalog.interchange_approval interchange_approval_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint catalog.interchange_approval interchange_approval_pkey PRIMARY KEY (org_id, id)
constraint catalog.interchange_approval interchange_approval_revoked_reason_check CHECK ((length(revoked_reason) <= 500))
constraint catalog.interchange_code interchange_code_check CHECK (
CASE list
    WHEN 'INC'::text THEN (meaning = ANY (ARRAY['ONE_WAY'::text, 'TWO_WAY'::text, 'NOT'::text, 'SET'::text, 'QUALIFIED'::text, 'REIDENTIFIED'::text]))
    ELSE (meaning = ANY (ARRAY['NONE'::text, 'KEEP'::text, 'CHECK'::text, 'BLOCK'::text]))
END)
constraint catalog.interchange_code interchange_code_check1 CHECK ((valid_to >= valid_from))
constraint catalog.interchange_code interchange_code_code_check CHECK (((length(code) >= 1) AND (length(code) <= 10)))
constraint catalog.interchange_code interchange_code_list_check CHECK ((list = ANY (ARRAY['INC'::text, 'D590'::text])))
constraint catalog.interchange_code interchange_code_pkey PRIMARY KEY (list, version, code)
constraint catalog.interchange_link interchange_link_applicability_check CHECK (((jsonb_typeof(applicability) = 'array'::text) AND (jsonb_array_length(applicability) <= 50)))
constraint catalog.interchange_link interchange_link_asserted_as_check CHECK ((asserted_as = ANY (ARRAY['MANUFACTURER'::text, 'OPERATOR'::text, 'BUYER'::text, 'SUPPLIER'::text])))
constraint catalog.interchange_link interchange_link_authority_check CHECK (((length(authority) >= 1) AND (length(authority) <= 200)))
constraint catalog.interchange_link interchange_link_check CHECK ((to_part <> from_part))
constraint catalog.interchange_link interchange_link_check1 CHECK ((effective_to >= effective_from))
constraint catalog.interchange_link interchange_link_check2 CHECK (((to_part IS NULL) = (set_size IS NOT NULL)))
constraint catalog.interchange_link interchange_link_check3 CHECK (((meaning = 'QUALIFIED'::text) OR ((meaning = 'SET'::text) = (to_part IS NULL))))
constraint catalog.interchange_link interchange_link_check4 CHECK (((asserted_as = 'MANUFACTURER'::text) = (maker_id IS NOT NULL)))
constraint catalog.interchange_link interchange_link_effect_check CHECK ((effect = ANY (ARRAY['NONE'::text, 'KEEP'::text, 'CHECK'::text, 'BLOCK'::text])))
constraint catalog.interchange_link interchange_link_from_part_fkey FOREIGN KEY (from_part) REFERENCES catalog.part(id)
constraint catalog.interchange_link interchange_link_maker_id_fkey FOREIGN KEY (maker_id) REFERENCES catalog.manufacturer(id)
constraint catalog.interchange_link interchange_link_meaning_check CHECK ((meaning = ANY (ARRAY['ONE_WAY'::text, 'TWO_WAY'::text, 'NOT'::text, 'SET'::text, 'QUALIFIED'::text, 'REIDENTIFIED'::text])))
constraint catalog.interchange_link interchange_link_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint catalog.interchange_link interchange_link_org_id_id_visibility_key UNIQUE (org_id, id, visibility)
constraint catalog.interchange_link interchange_link_pkey PRIMARY KEY (org_id, id)
constraint catalog.interchange_link interchange_link_remark_check CHECK (((length(remark) >= 1) AND (length(remark) <= 500)))
constraint catalog.interchange_link interchange_link_set_number_check CHECK (((length(set_number) >= 1) AND (length(set_number) <= 40)))
constraint catalog.interchange_link interchange_link_set_size_check CHECK (((set_size >= 1) AND (set_size <= 50)))
constraint catalog.interchange_link interchange_link_to_part_fkey FOREIGN KEY (to_part) REFERENCES catalog.part(id)
constraint catalog.interchange_link interchange_link_withdrawn_reason_check CHECK ((length(withdrawn_reason) <= 500))
constraint catalog.interchange_member interchange_member_org_id_link_id_visibility_fkey FOREIGN KEY (org_id, link_id, visibility) REFERENCES catalog.interchange_link(org_id, id, visibility)
constraint catalog.interchange_member interchange_member_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint catalog.interchange_member interchange_member_pkey PRIMARY KEY (org_id, link_id, part_id)
constraint catalog.interchange_member interchange_member_quantity_check CHECK (((quantity > (0)::numeric) AND (quantity < '10000000000000'::numeric) AND (scale(quantity) <= 10)))
constraint catalog.manufacturer manufacturer_check CHECK ((successor_id <> id))
constraint catalog.manufacturer manufacturer_check1 CHECK ((merged_into <> id))
constraint catalog.manufacturer manufacturer_code_check CHECK (((length(code) >= 1) AND (length(code) <= 120)))
constraint catalog.manufacturer manufacturer_code_kind_check CHECK ((code_kind = ANY (ARRAY['CAGE'::text, 'CODE'::text, 'NAME'::text])))
constraint catalog.manufacturer manufacturer_code_kind_code_key UNIQUE (code_kind, code)
constraint catalog.manufacturer manufacturer_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES catalog.manufacturer(id)
constraint catalog.manufacturer manufacturer_pkey PRIMARY KEY (id)
constraint catalog.manufacturer manufacturer_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES catalog.manufacturer(id)
constraint catalog.manufacturer_alias manufacturer_alias_alias_check CHECK ((alias ~ '^(C|N):.'::text))
constraint catalog.manufacturer_alias manufacturer_alias_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES catalog.manufacturer(id)
constraint catalog.manufacturer_alias manufacturer_alias_pkey PRIMARY KEY (alias)
constraint catalog.manufacturer_merge manufacturer_merge_check CHECK ((into_id <> from_id))
constraint catalog.manufacturer_merge manufacturer_merge_check1 CHECK ((((undone_at IS NULL) = (undone_by IS NULL)) AND ((undone_at IS NULL) = (undone_reason IS NULL))))
constraint catalog.manufacturer_merge manufacturer_merge_from_id_fkey FOREIGN KEY (from_id) REFERENCES catalog.manufacturer(id)
constraint catalog.manufacturer_merge manufacturer_merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES catalog.manufacturer(id)
constraint catalog.manufacturer_merge manufacturer_merge_made_by_fkey FOREIGN KEY (made_by) REFERENCES organizations.organization(id)
constraint catalog.manufacturer_merge manufacturer_merge_pkey PRIMARY KEY (id)
constraint catalog.manufacturer_merge manufacturer_merge_reason_check CHECK (((char_length(reason) >= 3) AND (char_length(reason) <= 500)))
constraint catalog.manufacturer_merge manufacturer_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES organizations.organization(id)
constraint catalog.manufacturer_merge manufacturer_merge_undone_reason_check CHECK (((char_length(undone_reason) >= 3) AND (char_length(undone_reason) <= 500)))
constraint catalog.part part_eccn_check CHECK (((char_length(eccn) >= 1) AND (char_length(eccn) <= 12)))
constraint catalog.part part_essentiality_check CHECK ((essentiality = ANY (ARRAY['0'::text, '1'::text, '2'::text, '3'::text])))
constraint catalog.part part_hazard_class_check CHECK ((hazard_class ~ '^[1-9](\.[1-6][A-S]?)?$'::text))
constraint catalog.part part_hs_code_check CHECK ((hs_code ~ '^[0-9]{6,10}$'::text))
constraint catalog.part part_manufacturer_id_number_key UNIQUE (manufacturer_id, number)
constraint catalog.part part_number_check CHECK (((length(number) >= 1) AND (length(number) <= 70)))
constraint catalog.part part_packing_group_check CHECK ((packing_group = ANY (ARRAY['I'::text, 'II'::text, 'III'::text])))
constraint catalog.part part_pkey PRIMARY KEY (id)
constraint catalog.part part_shelf_life_days_check CHECK ((shelf_life_days >= 0))
constraint catalog.part part_source_rank_check CHECK (((source_rank >= 1) AND (source_rank <= 3)))
constraint catalog.part part_spare_class_check CHECK ((spare_class = ANY (ARRAY['0'::text, '1'::text, '2'::text, '6'::text])))
constraint catalog.part part_un_number_check CHECK ((un_number ~ '^UN[0-9]{4}$'::text))
constraint catalog.part_alias part_alias_check CHECK ((valid_to >= valid_from))
constraint catalog.part_alias part_alias_kind_check CHECK ((kind = ANY (ARRAY['OWN_STOCK_NUMBER'::text, 'NSN'::text, 'GTIN'::text, 'FORMER_NUMBER'::text, 'SUPPLIER_NUMBER'::text])))
constraint catalog.part_alias part_alias_number_check CHECK (((length(number) >= 1) AND (length(number) <= 70)))
constraint catalog.part_alias part_alias_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint catalog.part_alias part_alias_org_id_number_part_id_key UNIQUE (org_id, number, part_id)
constraint catalog.part_alias part_alias_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint catalog.part_alias part_alias_pkey PRIMARY KEY (org_id, id)
constraint catalog.part_content part_content_alt_check CHECK (((length(alt) >= 1) AND (length(alt) <= 300)))
constraint catalog.part_content part_content_check CHECK (((sha256 IS NULL) <> (link IS NULL)))
constraint catalog.part_content part_content_check1 CHECK ((((sha256 IS NULL) = (size IS NULL)) AND ((sha256 IS NULL) = (media_type IS NULL)) AND ((sha256 IS NULL) = (name IS NULL))))
constraint catalog.part_content part_content_check2 CHECK (((link IS NULL) = (link_state IS NULL)))
constraint catalog.part_content part_content_check3 CHECK (((kind <> 'PICTURE'::text) OR (alt IS NOT NULL)))
constraint catalog.part_content part_content_kind_check CHECK ((kind = ANY (ARRAY['DATASHEET'::text, 'PICTURE'::text, 'DRAWING'::text, 'MANUAL'::text, 'SAFETY_DATA_SHEET'::text, 'CERTIFICATE'::text])))
constraint catalog.part_content part_content_language_check CHECK ((language ~ '^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$'::text))
constraint catalog.part_content part_content_link_check CHECK (((length(link) >= 10) AND (length(link) <= 2000)))
constraint catalog.part_content part_content_link_state_check CHECK ((link_state = ANY (ARRAY['UNCHECKED'::text, 'REACHED'::text, 'MOVED'::text, 'BROKEN'::text, 'REFUSED'::text])))
constraint catalog.part_content part_content_link_status_check CHECK ((length(link_status) <= 60))
constraint catalog.part_content part_content_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint catalog.part_content part_content_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint catalog.part_content part_content_org_id_part_id_kind_series_language_key UNIQUE (org_id, part_id, kind, series, language)
constraint catalog.part_content part_content_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint catalog.part_content part_content_pkey PRIMARY KEY (org_id, id)
constraint catalog.part_content part_content_series_check CHECK (((length(series) >= 1) AND (length(series) <= 60)))
constraint catalog.part_content part_content_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint catalog.part_content part_content_size_check CHECK ((size > 0))
constraint catalog.part_content part_content_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
constraint catalog.part_search part_search_pkey PRIMARY KEY (part_id)
constraint exchange.delivery_attempt delivery_attempt_detail_check CHECK ((char_length(detail) <= 2000))
constraint exchange.delivery_attempt delivery_attempt_org_id_message_id_fkey FOREIGN KEY (org_id, message_id) REFERENCES exchange.message(org_id, id)
constraint exchange.delivery_attempt delivery_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['DELIVERED'::text, 'REFUSED'::text, 'UNREACHABLE'::text, 'TIMED_OUT'::text, 'REPLY_UNREADABLE'::text])))
constraint exchange.delivery_attempt delivery_attempt_pkey PRIMARY KEY (org_id, message_id, number)
constraint exchange.delivery_attempt delivery_attempt_reply_check CHECK ((char_length(reply) <= 8000))
constraint exchange.document document_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint exchange.document document_org_id_message_id_fkey FOREIGN KEY (org_id, message_id) REFERENCES exchange.message(org_id, id)
constraint exchange.document document_org_id_message_id_position_key UNIQUE (org_id, message_id, "position")
constraint exchange.document document_pkey PRIMARY KEY (org_id, id)
constraint exchange.document document_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'APPLIED'::text, 'REFUSED'::text, 'IGNORED'::text, 'QUEUED'::text, 'SENT'::text, 'DEAD'::text])))
constraint exchange.message message_acknowledged_check CHECK ((acknowledged = ANY (ARRAY['ACCEPTED'::text, 'ACCEPTED_WITH_ERRORS'::text, 'REJECTED'::text])))
constraint exchange.message message_check CHECK (((direction = 'IN'::text) OR (profile_id IS NOT NULL)))
constraint exchange.message message_check1 CHECK ((((direction = 'IN'::text) AND (state = ANY (ARRAY['RECEIVED'::text, 'APPLIED'::text, 'REFUSED'::text]))) OR ((direction = 'OUT'::text) AND (state = ANY (ARRAY['QUEUED'::text, 'SENDING'::text, 'SENT'::text, 'FAILED'::text, 'DEAD'::text])))))
constraint exchange.message message_direction_check CHECK ((direction = ANY (ARRAY['IN'::text, 'OUT'::text])))
constraint exchange.message message_format_check CHECK ((format = ANY (ARRAY['UBL'::text, 'CXML'::text, 'X12'::text, 'EDIFACT'::text, 'OPENTRANS'::text, 'UNKNOWN'::text])))
constraint exchange.message message_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint exchange.message message_org_id_profile_id_fkey FOREIGN KEY (org_id, profile_id) REFERENCES exchange.partner_profile(org_id, id)
constraint exchange.message message_pkey PRIMARY KEY (org_id, id)
constraint exchange.message message_rights_check CHECK ((cardinality(rights) <= 200))
constraint exchange.message message_size_check CHECK ((size >= 0))
constraint exchange.message message_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'APPLIED'::text, 'REFUSED'::text, 'QUEUED'::text, 'SENDING'::text, 'SENT'::text, 'FAILED'::text, 'DEAD'::text])))
constraint exchange.message message_transport_check CHECK ((transport = ANY (ARRAY['HTTP'::text, 'FOLDER'::text, 'PORTAL'::text])))
constraint exchange.message message_transport_id_check CHECK ((char_length(transport_id) <= 255))
constraint exchange.message message_tries_check CHECK ((tries >= 0))
constraint exchange.message_body message_body_org_id_message_id_fkey FOREIGN KEY (org_id, message_id) REFERENCES exchange.message(org_id, id)
constraint exchange.message_body message_body_pkey PRIMARY KEY (org_id, message_id)
constraint exchange.partner_identity partner_identity_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint exchange.partner_identity partner_identity_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint exchange.partner_identity partner_identity_pkey PRIMARY KEY (org_id, scheme, value)
constraint exchange.partner_identity partner_identity_scheme_check CHECK (((char_length(scheme) >= 1) AND (char_length(scheme) <= 40)))
constraint exchange.partner_identity partner_identity_value_check CHECK (((char_length(value) >= 1) AND (char_length(value) <= 100)))
constraint exchange.partner_profile partner_profile_check CHECK (((transport = 'HTTP'::text) = (endpoint IS NOT NULL)))
constraint exchange.partner_profile partner_profile_endpoint_check CHECK ((char_length(endpoint) <= 2000))
constraint exchange.partner_profile partner_profile_format_check CHECK ((format = ANY (ARRAY['UBL'::text, 'CXML'::text, 'X12'::text, 'EDIFACT'::text, 'OPENTRANS'::text])))
constraint exchange.partner_profile partner_profile_last_control_check CHECK (((last_control >= 0) AND (last_control <= 999999999)))
constraint exchange.partner_profile partner_profile_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
constraint exchange.partner_profile partner_profile_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint exchange.partner_profile partner_profile_org_id_role_key UNIQUE (org_id, role)
constraint exchange.partner_profile partner_profile_pkey PRIMARY KEY (org_id, id)
constraint exchange.partner_profile partner_profile_role_check CHECK ((role = ANY (ARRAY['SUPPLIER'::text, 'BUYER'::text])))
constraint exchange.partner_profile partner_profile_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text])))
constraint exchange.partner_profile partner_profile_transport_check CHECK ((transport = ANY (ARRAY['HTTP'::text, 'FOLDER'::text])))
constraint organizations.api_key api_key_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)))
constraint organizations.api_key api_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.api_key api_key_pkey PRIMARY KEY (org_id, id)
constraint organizations.api_key api_key_prefix_check CHECK ((prefix ~ '^[0-9A-Za-z]{8}$'::text))
constraint organizations.api_key api_key_scopes_check CHECK (((cardinality(scopes) >= 1) AND (cardinality(scopes) <= 100)))
constraint organizations.api_key_secret api_key_secret_hash_check CHECK ((octet_length(hash) = 32))
constraint organizations.api_key_secret api_key_secret_org_id_key_id_fkey FOREIGN KEY (org_id, key_id) REFERENCES organizations.api_key(org_id, id)
constraint organizations.api_key_secret api_key_secret_org_id_key_id_key UNIQUE (org_id, key_id)
constraint organizations.api_key_secret api_key_secret_pkey PRIMARY KEY (prefix)
constraint organizations.api_key_secret api_key_secret_prefix_check CHECK ((prefix ~ '^[0-9A-Za-z]{8}$'::text))
constraint organizations.break_glass break_glass_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES organizations.organization(id)
constraint organizations.break_glass break_glass_person_id_fkey FOREIGN KEY (person_id) REFERENCES organizations.person(id)
constraint organizations.break_glass break_glass_pkey PRIMARY KEY (id)
constraint organizations.break_glass break_glass_reason_check CHECK (((char_length(reason) >= 10) AND (char_length(reason) <= 500)))
constraint organizations.break_glass break_glass_session_id_fkey FOREIGN KEY (session_id) REFERENCES organizations.session(id)
constraint organizations.break_glass break_glass_target_id_fkey FOREIGN KEY (target_id) REFERENCES organizations.organization(id)
constraint organizations.default_role default_role_kind_check CHECK ((kind = ANY (ARRAY['ANY'::text, 'SUPPLIER'::text, 'BUYER'::text, 'OPERATOR'::text])))
constraint organizations.default_role default_role_name_check CHECK ((name = ANY (ARRAY['ADMIN'::text, 'BUYER'::text, 'SELLER'::text, 'VIEWER'::text, 'INTEGRATION'::text])))
constraint organizations.default_role default_role_pkey PRIMARY KEY (kind, name)
constraint organizations.invitation invitation_email_check CHECK (((email = lower(email)) AND ((char_length(email) >= 3) AND (char_length(email) <= 254))))
constraint organizations.invitation invitation_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'zh-CN'::text, 'zh-TW'::text])))
constraint organizations.invitation invitation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.invitation invitation_pkey PRIMARY KEY (org_id, id)
constraint organizations.invitation invitation_roles_check CHECK (((cardinality(roles) >= 1) AND (cardinality(roles) <= 20)))
constraint organizations.invitation invitation_status_check CHECK ((status = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'REVOKED'::text])))
constraint organizations.known_place known_place_person_id_fkey FOREIGN KEY (person_id) REFERENCES organizations.person(id)
constraint organizations.known_place known_place_pkey PRIMARY KEY (person_id, place)
constraint organizations.known_place known_place_place_check CHECK ((octet_length(place) = 32))
constraint organizations.member member_check CHECK (((status = 'LEFT'::text) = (left_at IS NOT NULL)))
constraint organizations.member member_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
constraint organizations.member member_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.member member_org_id_person_id_key UNIQUE (org_id, person_id)
constraint organizations.member member_pkey PRIMARY KEY (org_id, id)
constraint organizations.member member_roles_check CHECK ((cardinality(roles) <= 20))
constraint organizations.member member_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'LEFT'::text])))
constraint organizations.membership membership_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.membership membership_org_id_member_id_fkey FOREIGN KEY (org_id, member_id) REFERENCES organizations.member(org_id, id)
constraint organizations.membership membership_org_id_member_id_key UNIQUE (org_id, member_id)
constraint organizations.membership membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES organizations.person(id)
constraint organizations.membership membership_pkey PRIMARY KEY (org_id, person_id)
constraint organizations.one_time_token one_time_token_hash_check CHECK ((octet_length(hash) = 32))
constraint organizations.one_time_token one_time_token_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.one_time_token one_time_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES organizations.person(id)
constraint organizations.one_time_token one_time_token_pkey PRIMARY KEY (hash)
constraint organizations.one_time_token one_time_token_purpose_check CHECK ((purpose = ANY (ARRAY['INVITATION'::text, 'PASSWORD_RESET'::text, 'EMAIL_CHANGE'::text])))
constraint organizations.organization organization_cage_check CHECK ((cage ~ '^[0-9A-HJ-NP-Z]{5}$'::text))
constraint organizations.organization organization_cage_key UNIQUE (cage)
constraint organizations.organization organization_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
constraint organizations.organization organization_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint organizations.organization organization_duns_check CHECK ((duns ~ '^[0-9]{9}$'::text))
constraint organizations.organization organization_duns_key UNIQUE (duns)
constraint organizations.organization organization_gln_check CHECK ((gln ~ '^[0-9]{13}$'::text))
constraint organizations.organization organization_gln_key UNIQUE (gln)
constraint organizations.organization organization_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
constraint organizations.organization organization_peppol_id_check CHECK (((char_length(peppol_id) >= 6) AND (char_length(peppol_id) <= 60)))
constraint organizations.organization organization_peppol_id_key UNIQUE (peppol_id)
constraint organizations.organization organization_pkey PRIMARY KEY (id)
constraint organizations.organization organization_roles_check CHECK (((roles <@ ARRAY['SUPPLIER'::text, 'BUYER'::text, 'OPERATOR'::text]) AND ((cardinality(roles) >= 1) AND (cardinality(roles) <= 3))))
constraint organizations.organization organization_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'SUSPENDED'::text])))
constraint organizations.partnership partnership_account_number_check CHECK (((char_length(account_number) >= 1) AND (char_length(account_number) <= 60)))
constraint organizations.partnership partnership_check CHECK ((org_id <> counterparty_id))
constraint organizations.partnership partnership_check1 CHECK (((proposed_by = org_id) OR (proposed_by = counterparty_id)))
constraint organizations.partnership partnership_check2 CHECK (((status = 'SUSPENDED'::text) = (suspended_by IS NOT NULL)))
constraint organizations.partnership partnership_check3 CHECK (((suspended_by = org_id) OR (suspended_by = counterparty_id)))
constraint organizations.partnership partnership_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint organizations.partnership partnership_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.partnership partnership_payment_terms_check CHECK (((char_length(payment_terms) >= 1) AND (char_length(payment_terms) <= 200)))
constraint organizations.partnership partnership_pkey PRIMARY KEY (org_id, counterparty_id)
constraint organizations.partnership partnership_status_check CHECK ((status = ANY (ARRAY['PROPOSED'::text, 'ACTIVE'::text, 'SUSPENDED'::text, 'ENDED'::text])))
constraint organizations.partnership_tolerance partnership_tolerance_check CHECK (((price_absolute IS NULL) = (currency IS NULL)))
constraint organizations.partnership_tolerance partnership_tolerance_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint organizations.partnership_tolerance partnership_tolerance_days_early_check CHECK (((days_early >= 0) AND (days_early <= 365)))
constraint organizations.partnership_tolerance partnership_tolerance_days_late_check CHECK (((days_late >= 0) AND (days_late <= 365)))
constraint organizations.partnership_tolerance partnership_tolerance_org_id_counterparty_id_fkey FOREIGN KEY (org_id, counterparty_id) REFERENCES organizations.partnership(org_id, counterparty_id)
constraint organizations.partnership_tolerance partnership_tolerance_pkey PRIMARY KEY (org_id, counterparty_id)
constraint organizations.partnership_tolerance partnership_tolerance_price_absolute_check CHECK (((price_absolute >= (0)::numeric) AND (price_absolute < '10000000000000'::numeric) AND (scale(price_absolute) <= 10)))
constraint organizations.partnership_tolerance partnership_tolerance_price_percent_check CHECK ((((price_percent >= (0)::numeric) AND (price_percent <= (100)::numeric)) AND (scale(price_percent) <= 10)))
constraint organizations.partnership_tolerance partnership_tolerance_quantity_percent_check CHECK ((((quantity_percent >= (0)::numeric) AND (quantity_percent <= (100)::numeric)) AND (scale(quantity_percent) <= 10)))
constraint organizations.person person_email_check CHECK (((email = lower(email)) AND ((char_length(email) >= 3) AND (char_length(email) <= 254)) AND (POSITION(('@'::text) IN (email)) > 1)))
constraint organizations.person person_email_key UNIQUE (email)
constraint organizations.person person_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'zh-CN'::text, 'zh-TW'::text])))
constraint organizations.person person_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
constraint organizations.person person_pkey PRIMARY KEY (id)
constraint organizations.person person_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'BLOCKED'::text])))
constraint organizations.role role_name_check CHECK ((((char_length(name) >= 1) AND (char_length(name) <= 60)) AND (name <> ALL (ARRAY['ADMIN'::text, 'BUYER'::text, 'SELLER'::text, 'VIEWER'::text, 'INTEGRATION'::text]))))
constraint organizations.role role_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.role role_org_id_name_key UNIQUE (org_id, name)
constraint organizations.role role_permissions_check CHECK (((cardinality(permissions) >= 1) AND (cardinality(permissions) <= 100)))
constraint organizations.role role_pkey PRIMARY KEY (org_id, id)
constraint organizations.session session_kind_check CHECK ((kind = ANY (ARRAY['USER'::text, 'BREAK_GLASS'::text])))
constraint organizations.session session_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.session session_person_id_fkey FOREIGN KEY (person_id) REFERENCES organizations.person(id)
constraint organizations.session session_pkey PRIMARY KEY (id)
constraint organizations.session session_user_agent_check CHECK ((char_length(user_agent) <= 300))
constraint organizations.session_token session_token_hash_check CHECK ((octet_length(hash) = 32))
constraint organizations.session_token session_token_pkey PRIMARY KEY (hash)
constraint organizations.session_token session_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES organizations.session(id) ON DELETE CASCADE
constraint organizations.site site_code_check CHECK (((char_length(code) >= 1) AND (char_length(code) <= 40)))
constraint organizations.site site_gln_check CHECK ((gln ~ '^[0-9]{13}$'::text))
constraint organizations.site site_kinds_check CHECK (((kinds <@ ARRAY['SHIP_TO'::text, 'BILL_TO'::text, 'WAREHOUSE'::text]) AND ((cardinality(kinds) >= 1) AND (cardinality(kinds) <= 3))))
constraint organizations.site site_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
constraint organizations.site site_org_id_code_key UNIQUE (org_id, code)
constraint organizations.site site_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint organizations.site site_pkey PRIMARY KEY (org_id, id)
constraint organizations.site site_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'RETIRED'::text])))
constraint platform.audit_event audit_event_outcome_check CHECK ((outcome = ANY (ARRAY['DONE'::text, 'DENIED'::text, 'FAILED'::text])))
constraint platform.audit_event audit_event_pkey PRIMARY KEY (org_id, id)
constraint platform.counter counter_pkey PRIMARY KEY (org_id, name, year)
constraint platform.file file_pkey PRIMARY KEY (org_id, id)
constraint platform.file file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint platform.file file_size_check CHECK ((size >= 0))
constraint platform.idempotency_key idempotency_key_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
constraint platform.idempotency_key idempotency_key_pkey PRIMARY KEY (org_id, actor_key, operation, key)
constraint platform.job_fence job_fence_pkey PRIMARY KEY (org_id, job_id)
constraint platform.mail mail_pkey PRIMARY KEY (id)
constraint platform.mail mail_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'SENT'::text, 'KEPT'::text, 'FAILED'::text])))
constraint platform.throttle throttle_pkey PRIMARY KEY (key)
constraint platform.worker_beat worker_beat_pkey PRIMARY KEY (worker_id)
constraint procurement.alternates_consent alternates_consent_level_check CHECK ((level = ANY (ARRAY['NONE'::text, 'TWO_WAY'::text, 'ONE_WAY'::text, 'QUALIFIED'::text])))
constraint procurement.alternates_consent alternates_consent_org_id_order_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, counterparty_id) REFERENCES procurement.purchase_order(org_id, id, counterparty_id)
constraint procurement.alternates_consent alternates_consent_org_id_order_id_line_id_fkey FOREIGN KEY (org_id, order_id, line_id) REFERENCES procurement.order_line(org_id, order_id, id)
constraint procurement.alternates_consent alternates_consent_pkey PRIMARY KEY (org_id, order_id, line_id)
constraint procurement.basket basket_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80)))
constraint procurement.basket basket_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.basket basket_org_id_owner_id_name_key UNIQUE (org_id, owner_id, name)
constraint procurement.basket basket_pkey PRIMARY KEY (org_id, id)
constraint procurement.basket_line basket_line_alternates_consent_check CHECK ((alternates_consent = ANY (ARRAY['NONE'::text, 'TWO_WAY'::text, 'ONE_WAY'::text, 'QUALIFIED'::text])))
constraint procurement.basket_line basket_line_core_seen_check CHECK ((jsonb_typeof(core_seen) = 'object'::text))
constraint procurement.basket_line basket_line_note_check CHECK ((char_length(note) <= 500))
constraint procurement.basket_line basket_line_org_id_basket_id_fkey FOREIGN KEY (org_id, basket_id) REFERENCES procurement.basket(org_id, id) ON DELETE CASCADE
constraint procurement.basket_line basket_line_org_id_basket_id_supplier_id_offer_id_key UNIQUE (org_id, basket_id, supplier_id, offer_id)
constraint procurement.basket_line basket_line_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.basket_line basket_line_pkey PRIMARY KEY (org_id, id)
constraint procurement.basket_line basket_line_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint procurement.basket_line basket_line_requires_check CHECK ((jsonb_typeof(requires) = 'object'::text))
constraint procurement.basket_line basket_line_seen_amount_check CHECK (((seen_amount >= (0)::numeric) AND ((scale(seen_amount) <= 10) AND (abs(seen_amount) < '10000000000000'::numeric))))
constraint procurement.basket_line basket_line_seen_basis_check CHECK (((seen_basis > (0)::numeric) AND ((scale(seen_basis) <= 10) AND (abs(seen_basis) < '10000000000000'::numeric))))
constraint procurement.basket_line basket_line_seen_currency_check CHECK ((seen_currency ~ '^[A-Z]{3}$'::text))
constraint procurement.basket_line basket_line_seen_factor_den_check CHECK ((seen_factor_den > (0)::numeric))
constraint procurement.basket_line basket_line_seen_factor_num_check CHECK ((seen_factor_num > (0)::numeric))
constraint procurement.basket_line basket_line_supplier_id_offer_id_fkey FOREIGN KEY (supplier_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint procurement.certificate_edge certificate_edge_by_party_check CHECK ((by_party = ANY (ARRAY['PROVIDER'::text, 'REVIEWER'::text, 'BUYER'::text])))
constraint procurement.certificate_edge certificate_edge_pkey PRIMARY KEY (by_party, event, from_status)
constraint procurement.certificate_file certificate_file_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 120)))
constraint procurement.certificate_file certificate_file_lot_number_check CHECK (((length(lot_number) >= 1) AND (length(lot_number) <= 60)))
constraint procurement.certificate_file certificate_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint procurement.certificate_file certificate_file_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60)))
constraint procurement.certificate_file certificate_file_org_id_order_id_certificate_id_counterpar_fkey FOREIGN KEY (org_id, order_id, certificate_id, counterparty_id) REFERENCES procurement.line_certificate(org_id, order_id, id, counterparty_id)
constraint procurement.certificate_file certificate_file_org_id_order_id_certificate_id_sha256_id_key UNIQUE (org_id, order_id, certificate_id, sha256, id)
constraint procurement.certificate_file certificate_file_part_number_check CHECK (((length(part_number) >= 1) AND (length(part_number) <= 70)))
constraint procurement.certificate_file certificate_file_pkey PRIMARY KEY (org_id, order_id, id)
constraint procurement.certificate_file certificate_file_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint procurement.certificate_file certificate_file_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
constraint procurement.certificate_file certificate_file_serial_number_check CHECK (((length(serial_number) >= 1) AND (length(serial_number) <= 60)))
constraint procurement.certificate_file certificate_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint procurement.certificate_file certificate_file_size_check CHECK ((size > 0))
constraint procurement.certificate_file certificate_file_status_check CHECK ((status = ANY (ARRAY['ATTACHED'::text, 'ACCEPTED'::text, 'REFUSED'::text])))
constraint procurement.certificate_need certificate_need_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 30)))
constraint procurement.certificate_need certificate_need_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.certificate_need certificate_need_org_id_kind_supplier_id_key UNIQUE NULLS NOT DISTINCT (org_id, kind, supplier_id)
constraint procurement.certificate_need certificate_need_pkey PRIMARY KEY (org_id, id)
constraint procurement.certificate_need certificate_need_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES organizations.organization(id)
constraint procurement.gate_check gate_check_check CHECK (((result = 'PASS'::text) = (status = 'PASSED'::text)))
constraint procurement.gate_check gate_check_check1 CHECK (((status = 'RELEASED'::text) = (release_reason IS NOT NULL)))
constraint procurement.gate_check gate_check_org_id_order_id_certificate_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, certificate_id, counterparty_id) REFERENCES procurement.line_certificate(org_id, order_id, id, counterparty_id)
constraint procurement.gate_check gate_check_org_id_order_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, counterparty_id) REFERENCES procurement.purchase_order(org_id, id, counterparty_id)
constraint procurement.gate_check gate_check_org_id_order_id_line_id_fkey FOREIGN KEY (org_id, order_id, line_id) REFERENCES procurement.order_line(org_id, order_id, id)
constraint procurement.gate_check gate_check_pkey PRIMARY KEY (org_id, order_id, line_id, rule_org, rule_id)
constraint procurement.gate_check gate_check_release_reason_check CHECK (((length(release_reason) >= 1) AND (length(release_reason) <= 500)))
constraint procurement.gate_check gate_check_releaser_check CHECK ((releaser = ANY (ARRAY['BUYER'::text, 'SUPPLIER'::text])))
constraint procurement.gate_check gate_check_result_check CHECK ((result = ANY (ARRAY['PASS'::text, 'HOLD'::text, 'DOCUMENT'::text])))
constraint procurement.gate_check gate_check_status_check CHECK ((status = ANY (ARRAY['PASSED'::text, 'OPEN'::text, 'SATISFIED'::text, 'RELEASED'::text])))
constraint procurement.gate_rule gate_rule_check CHECK (((outcome = 'DOCUMENT'::text) = (document IS NOT NULL)))
constraint procurement.gate_rule gate_rule_check1 CHECK (((document IS NULL) = (provider IS NULL)))
constraint procurement.gate_rule gate_rule_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{0,38}[A-Z0-9]$'::text))
constraint procurement.gate_rule gate_rule_document_check CHECK (((length(document) >= 1) AND (length(document) <= 30)))
constraint procurement.gate_rule gate_rule_kind_check CHECK ((kind = ANY (ARRAY['HAZMAT'::text, 'SHELF_LIFE'::text, 'EXPORT'::text])))
constraint procurement.gate_rule gate_rule_org_id_code_version_key UNIQUE (org_id, code, version)
constraint procurement.gate_rule gate_rule_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.gate_rule gate_rule_outcome_check CHECK ((outcome = ANY (ARRAY['HOLD'::text, 'REFUSE'::text, 'DOCUMENT'::text])))
constraint procurement.gate_rule gate_rule_pkey PRIMARY KEY (org_id, id)
constraint procurement.gate_rule gate_rule_provider_check CHECK ((provider = ANY (ARRAY['SUPPLIER'::text, 'BUYER'::text])))
constraint procurement.gate_rule gate_rule_releaser_check CHECK ((releaser = ANY (ARRAY['BUYER'::text, 'SUPPLIER'::text])))
constraint procurement.gate_rule gate_rule_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 300)))
constraint procurement.gate_rule gate_rule_speaks_for_check CHECK ((speaks_for = ANY (ARRAY['OPERATOR'::text, 'BUYER'::text, 'SUPPLIER'::text])))
constraint procurement.gate_rule gate_rule_version_check CHECK ((version > 0))
constraint procurement.line_certificate line_certificate_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 30)))
constraint procurement.line_certificate line_certificate_org_id_order_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, counterparty_id) REFERENCES procurement.purchase_order(org_id, id, counterparty_id)
constraint procurement.line_certificate line_certificate_org_id_order_id_id_counterparty_id_key UNIQUE (org_id, order_id, id, counterparty_id)
constraint procurement.line_certificate line_certificate_org_id_order_id_line_id_fkey FOREIGN KEY (org_id, order_id, line_id) REFERENCES procurement.order_line(org_id, order_id, id)
constraint procurement.line_certificate line_certificate_org_id_order_id_line_id_kind_provider_key UNIQUE (org_id, order_id, line_id, kind, provider)
constraint procurement.line_certificate line_certificate_pkey PRIMARY KEY (org_id, order_id, id)
constraint procurement.line_certificate line_certificate_provider_check CHECK ((provider = ANY (ARRAY['SUPPLIER'::text, 'BUYER'::text])))
constraint procurement.line_certificate line_certificate_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
constraint procurement.line_certificate line_certificate_source_check CHECK ((source = ANY (ARRAY['LINE'::text, 'BUYER'::text, 'AGREEMENT'::text, 'GATE'::text])))
constraint procurement.line_certificate line_certificate_status_check CHECK ((status = ANY (ARRAY['REQUIRED'::text, 'PROMISED'::text, 'ATTACHED'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'WAIVED'::text])))
constraint procurement.order_event order_event_channel_check CHECK ((channel = ANY (ARRAY['PORTAL'::text, 'API'::text, 'UBL'::text, 'CXML'::text, 'X12'::text, 'EDIFACT'::text, 'OPENTRANS'::text, 'RULE'::text])))
constraint procurement.order_event order_event_check CHECK (((actor_org = org_id) OR (actor_org = counterparty_id)))
constraint procurement.order_event order_event_kind_check CHECK ((kind = ANY (ARRAY['PLACED'::text, 'RECEIVED'::text, 'ANSWERED'::text, 'PROPOSAL_ANSWERED'::text, 'PROPOSAL_ACCEPTED_BY_RULE'::text, 'CANCELLED'::text, 'CHANGE_REQUESTED'::text, 'REQUEST_ANSWERED'::text, 'REJECTED'::text, 'CLOSED_SHORT'::text, 'SHIPPED'::text, 'DELIVERED'::text, 'DESPATCH_UNDONE'::text])))
constraint procurement.order_event order_event_message_id_check CHECK (((char_length(message_id) >= 1) AND (char_length(message_id) <= 255)))
constraint procurement.order_event order_event_org_id_order_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, counterparty_id) REFERENCES procurement.purchase_order(org_id, id, counterparty_id)
constraint procurement.order_event order_event_pkey PRIMARY KEY (org_id, order_id, seq)
constraint procurement.order_event order_event_seq_check CHECK ((seq > 0))
constraint procurement.order_line order_line_cancel_days_check CHECK ((cancel_days >= 0))
constraint procurement.order_line order_line_check CHECK (((exact_amount IS NULL) = (exact_quantity IS NULL)))
constraint procurement.order_line order_line_counterparty_id_offer_id_fkey FOREIGN KEY (counterparty_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint procurement.order_line order_line_exact_amount_check CHECK ((exact_amount >= (0)::numeric))
constraint procurement.order_line order_line_exact_quantity_check CHECK ((exact_quantity > (0)::numeric))
constraint procurement.order_line order_line_factor_den_check CHECK ((factor_den > (0)::numeric))
constraint procurement.order_line order_line_factor_num_check CHECK ((factor_num > (0)::numeric))
constraint procurement.order_line order_line_line_amount_check CHECK ((line_amount >= (0)::numeric))
constraint procurement.order_line order_line_live_amount_check CHECK ((live_amount >= (0)::numeric))
constraint procurement.order_line order_line_note_check CHECK ((char_length(note) <= 500))
constraint procurement.order_line order_line_number_check CHECK ((number ~ '^\S(.{0,34}\S)?$'::text))
constraint procurement.order_line order_line_org_id_order_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, counterparty_id) REFERENCES procurement.purchase_order(org_id, id, counterparty_id)
constraint procurement.order_line order_line_org_id_order_id_number_key UNIQUE (org_id, order_id, number)
constraint procurement.order_line order_line_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.order_line order_line_pkey PRIMARY KEY (org_id, order_id, id)
constraint procurement.order_line order_line_price_amount_check CHECK (((price_amount >= (0)::numeric) AND ((scale(price_amount) <= 10) AND (abs(price_amount) < '10000000000000'::numeric))))
constraint procurement.order_line order_line_price_basis_check CHECK (((price_basis > (0)::numeric) AND ((scale(price_basis) <= 10) AND (abs(price_basis) < '10000000000000'::numeric))))
constraint procurement.order_line order_line_price_type_check CHECK ((price_type = 'BUDGET'::text))
constraint procurement.order_line order_line_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint procurement.order_line order_line_reserved_check CHECK ((reserved >= (0)::numeric))
constraint procurement.order_line order_line_sum TRIGGER DEFERRABLE INITIALLY DEFERRED
constraint procurement.order_private order_private_cost_reference_check CHECK ((char_length(cost_reference) <= 100))
constraint procurement.order_private order_private_internal_note_check CHECK ((char_length(internal_note) <= 2000))
constraint procurement.order_private order_private_org_id_order_id_fkey FOREIGN KEY (org_id, order_id) REFERENCES procurement.purchase_order(org_id, id)
constraint procurement.order_private order_private_pkey PRIMARY KEY (org_id, order_id)
constraint procurement.priority priority_clock_check CHECK ((clock = ANY (ARRAY['ALWAYS'::text, 'CALENDAR'::text])))
constraint procurement.priority priority_code_check CHECK ((code ~ '^[A-Z0-9]{2,10}$'::text))
constraint procurement.priority priority_hold_minutes_check CHECK (((hold_minutes >= 0) AND (hold_minutes <= 1440)))
constraint procurement.priority priority_pkey PRIMARY KEY (code)
constraint procurement.priority priority_rank_check CHECK ((rank > 0))
constraint procurement.priority priority_rank_key UNIQUE (rank)
constraint procurement.priority priority_respond_minutes_check CHECK ((respond_minutes > 0))
constraint procurement.priority priority_ship_minutes_check CHECK ((ship_minutes > 0))
constraint procurement.priority_contact priority_contact_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)))
constraint procurement.priority_contact priority_contact_level_check CHECK (((level >= 0) AND (level <= 12)))
constraint procurement.priority_contact priority_contact_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.priority_contact priority_contact_pkey PRIMARY KEY (org_id, priority, level, email)
constraint procurement.priority_contact priority_contact_priority_fkey FOREIGN KEY (priority) REFERENCES procurement.priority(code)
constraint procurement.priority_policy priority_policy_check CHECK (((po_to_follow = (po_cap IS NOT NULL)) AND (po_to_follow = (po_currency IS NOT NULL)) AND (po_to_follow = (po_minutes IS NOT NULL))))
constraint procurement.priority_policy priority_policy_clock_check CHECK ((clock = ANY (ARRAY['ALWAYS'::text, 'CALENDAR'::text])))
constraint procurement.priority_policy priority_policy_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint procurement.priority_policy priority_policy_escalate_percents_check CHECK (((cardinality(escalate_percents) <= 10) AND (100 < ALL (escalate_percents)) AND (10000 >= ALL (escalate_percents))))
constraint procurement.priority_policy priority_policy_hold_minutes_check CHECK (((hold_minutes >= 0) AND (hold_minutes <= 1440)))
constraint procurement.priority_policy priority_policy_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.priority_policy priority_policy_org_id_priority_counterparty_id_key UNIQUE NULLS NOT DISTINCT (org_id, priority, counterparty_id)
constraint procurement.priority_policy priority_policy_pkey PRIMARY KEY (org_id, id)
constraint procurement.priority_policy priority_policy_place_check CHECK ((length(place) <= 40))
constraint procurement.priority_policy priority_policy_po_cap_check CHECK (((po_cap > (0)::numeric) AND ((scale(po_cap) <= 10) AND (abs(po_cap) < '10000000000000'::numeric))))
constraint procurement.priority_policy priority_policy_po_currency_check CHECK ((po_currency ~ '^[A-Z]{3}$'::text))
constraint procurement.priority_policy priority_policy_po_minutes_check CHECK (((po_minutes >= 1) AND (po_minutes <= 100000)))
constraint procurement.priority_policy priority_policy_priority_fkey FOREIGN KEY (priority) REFERENCES procurement.priority(code)
constraint procurement.priority_policy priority_policy_respond_minutes_check CHECK (((respond_minutes >= 1) AND (respond_minutes <= 100000)))
constraint procurement.priority_policy priority_policy_ship_minutes_check CHECK (((ship_minutes >= 1) AND (ship_minutes <= 1000000)))
constraint procurement.priority_policy priority_policy_warn_percent_check CHECK (((warn_percent >= 1) AND (warn_percent <= 99)))
constraint procurement.purchase_order purchase_order_channel_check CHECK ((channel = ANY (ARRAY['PORTAL'::text, 'API'::text, 'UBL'::text, 'CXML'::text, 'X12'::text, 'EDIFACT'::text, 'OPENTRANS'::text])))
constraint procurement.purchase_order purchase_order_charges_total_check CHECK ((charges_total >= (0)::numeric))
constraint procurement.purchase_order purchase_order_check CHECK ((org_id <> counterparty_id))
constraint procurement.purchase_order purchase_order_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint procurement.purchase_order purchase_order_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint procurement.purchase_order purchase_order_live_total_check CHECK ((live_total >= (0)::numeric))
constraint procurement.purchase_order purchase_order_minor_units_check CHECK (((minor_units >= 0) AND (minor_units <= 4)))
constraint procurement.purchase_order purchase_order_note_check CHECK ((char_length(note) <= 2000))
constraint procurement.purchase_order purchase_order_number_check CHECK ((number ~ '^\S(.{0,33}\S)?$'::text))
constraint procurement.purchase_order purchase_order_org_id_counterparty_id_fkey FOREIGN KEY (org_id, counterparty_id) REFERENCES organizations.partnership(org_id, counterparty_id)
constraint procurement.purchase_order purchase_order_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.purchase_order purchase_order_org_id_id_counterparty_id_key UNIQUE (org_id, id, counterparty_id)
constraint procurement.purchase_order purchase_order_org_id_number_key UNIQUE (org_id, number)
constraint procurement.purchase_order purchase_order_pkey PRIMARY KEY (org_id, id)
constraint procurement.purchase_order purchase_order_status_check CHECK ((status = ANY (ARRAY['SENT'::text, 'RECEIVED'::text, 'PART_CONFIRMED'::text, 'CONFIRMED'::text, 'CHANGE_PROPOSED'::text, 'REJECTED'::text, 'PART_CANCELLED'::text, 'CANCELLED'::text, 'COMPLETE'::text, 'PART_SHIPPED'::text, 'SHIPPED'::text, 'DELIVERED'::text])))
constraint procurement.purchase_order purchase_order_supplier_number_check CHECK (((char_length(supplier_number) >= 1) AND (char_length(supplier_number) <= 50)))
constraint procurement.purchase_order purchase_order_total_check CHECK ((total >= (0)::numeric))
constraint procurement.rotable rotable_certificate_check CHECK ((length(certificate) <= 40))
constraint procurement.rotable rotable_certificate_number_check CHECK ((length(certificate_number) <= 60))
constraint procurement.rotable rotable_check CHECK ((org_id <> counterparty_id))
constraint procurement.rotable rotable_check1 CHECK ((((kind = 'CORE'::text) = (line_id IS NOT NULL)) AND ((line_id IS NULL) = (unit IS NULL)) AND ((line_id IS NULL) = (order_id IS NULL))))
constraint procurement.rotable rotable_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint procurement.rotable rotable_counterparty_id_offer_id_fkey FOREIGN KEY (counterparty_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint procurement.rotable rotable_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint procurement.rotable rotable_disposition_check CHECK ((disposition = ANY (ARRAY['RETURN_AS_IS'::text, 'SCRAP'::text])))
constraint procurement.rotable rotable_fee_check CHECK ((fee >= (0)::numeric))
constraint procurement.rotable rotable_findings_check CHECK ((length(findings) <= 2000))
constraint procurement.rotable rotable_in_part_check CHECK (((length(in_part) >= 1) AND (length(in_part) <= 70)))
constraint procurement.rotable rotable_in_serial_check CHECK (((length(in_serial) >= 1) AND (length(in_serial) <= 40)))
constraint procurement.rotable rotable_in_waybill_check CHECK ((length(in_waybill) <= 60))
constraint procurement.rotable rotable_kind_check CHECK ((kind = ANY (ARRAY['REPAIR'::text, 'CORE'::text])))
constraint procurement.rotable rotable_note_check CHECK ((length(note) <= 2000))
constraint procurement.rotable rotable_number_check CHECK (((length(number) >= 1) AND (length(number) <= 90)))
constraint procurement.rotable rotable_org_id_counterparty_id_fkey FOREIGN KEY (org_id, counterparty_id) REFERENCES organizations.partnership(org_id, counterparty_id)
constraint procurement.rotable rotable_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.rotable rotable_org_id_id_counterparty_id_key UNIQUE (org_id, id, counterparty_id)
constraint procurement.rotable rotable_org_id_number_key UNIQUE (org_id, number)
constraint procurement.rotable rotable_org_id_order_id_line_id_fkey FOREIGN KEY (org_id, order_id, line_id) REFERENCES procurement.order_line(org_id, order_id, id)
constraint procurement.rotable rotable_org_id_order_id_line_id_unit_key UNIQUE (org_id, order_id, line_id, unit)
constraint procurement.rotable rotable_out_serial_check CHECK (((length(out_serial) >= 1) AND (length(out_serial) <= 40)))
constraint procurement.rotable rotable_out_waybill_check CHECK ((length(out_waybill) <= 60))
constraint procurement.rotable rotable_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.rotable rotable_pkey PRIMARY KEY (org_id, id)
constraint procurement.rotable rotable_quoted_check CHECK (((quoted > (0)::numeric) AND ((scale(quoted) <= 10) AND (abs(quoted) < '10000000000000'::numeric))))
constraint procurement.rotable rotable_reason_check CHECK ((length(reason) <= 500))
constraint procurement.rotable rotable_reason_code_check CHECK ((length(reason_code) <= 40))
constraint procurement.rotable rotable_status_check CHECK ((status = ANY (ARRAY['AWAITED'::text, 'DUE'::text, 'LATE'::text, 'ORDERED'::text, 'SHIPPED'::text, 'RECEIVED'::text, 'INSPECTED'::text, 'ACCEPTED'::text, 'REJECTED'::text, 'BILLED'::text, 'QUOTED'::text, 'APPROVED'::text, 'REFUSED'::text, 'REPAIRED'::text, 'RETURNED'::text, 'SCRAPPED'::text, 'CANCELLED'::text])))
constraint procurement.rotable rotable_unit_check CHECK ((unit > 0))
constraint procurement.rotable_charge rotable_charge_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint procurement.rotable_charge rotable_charge_kind_check CHECK ((kind = ANY (ARRAY['DEPOSIT'::text, 'DEPOSIT_RETURNED'::text, 'LATE_FEE'::text, 'CORE_VALUE'::text, 'OUTRIGHT'::text, 'FEE_CREDITED'::text, 'EVALUATION'::text, 'REPAIR'::text])))
constraint procurement.rotable_charge rotable_charge_n_check CHECK ((n > 0))
constraint procurement.rotable_charge rotable_charge_org_id_rotable_id_counterparty_id_fkey FOREIGN KEY (org_id, rotable_id, counterparty_id) REFERENCES procurement.rotable(org_id, id, counterparty_id)
constraint procurement.rotable_charge rotable_charge_pkey PRIMARY KEY (org_id, rotable_id, kind, n)
constraint procurement.rotable_clock rotable_clock_check CHECK (((fired_at IS NULL) OR (settled_at IS NULL)))
constraint procurement.rotable_clock rotable_clock_clock_check CHECK ((clock = ANY (ARRAY['CORE'::text, 'QUOTE'::text, 'APPROVE'::text, 'TURN'::text])))
constraint procurement.rotable_clock rotable_clock_mark_check CHECK ((mark = ANY (ARRAY['WARNING'::text, 'DUE'::text, 'FEE'::text, 'BILL'::text])))
constraint procurement.rotable_clock rotable_clock_n_check CHECK ((n > 0))
constraint procurement.rotable_clock rotable_clock_org_id_rotable_id_counterparty_id_fkey FOREIGN KEY (org_id, rotable_id, counterparty_id) REFERENCES procurement.rotable(org_id, id, counterparty_id)
constraint procurement.rotable_clock rotable_clock_pkey PRIMARY KEY (org_id, rotable_id, generation, clock, mark, n)
constraint procurement.rotable_edge rotable_edge_kind_check CHECK ((kind = ANY (ARRAY['CORE'::text, 'REPAIR'::text])))
constraint procurement.rotable_edge rotable_edge_pkey PRIMARY KEY (kind, side, event, from_status)
constraint procurement.rotable_edge rotable_edge_side_check CHECK ((side = ANY (ARRAY['BUYER'::text, 'SUPPLIER'::text])))
constraint procurement.rotable_event rotable_event_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
constraint procurement.rotable_event rotable_event_org_id_rotable_id_counterparty_id_fkey FOREIGN KEY (org_id, rotable_id, counterparty_id) REFERENCES procurement.rotable(org_id, id, counterparty_id)
constraint procurement.rotable_event rotable_event_pkey PRIMARY KEY (org_id, rotable_id, seq)
constraint procurement.rotable_event rotable_event_seq_check CHECK ((seq > 0))
constraint procurement.rotable_serial rotable_serial_direction_check CHECK ((direction = ANY (ARRAY['OUT'::text, 'IN'::text])))
constraint procurement.rotable_serial rotable_serial_n_check CHECK ((n > 0))
constraint procurement.rotable_serial rotable_serial_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.rotable_serial rotable_serial_pkey PRIMARY KEY (org_id, rotable_id, direction, n)
constraint procurement.schedule_edge schedule_edge_pkey PRIMARY KEY (side, event, from_status, base_status)
constraint procurement.schedule_edge schedule_edge_side_check CHECK ((side = ANY (ARRAY['BUYER'::text, 'SUPPLIER'::text])))
constraint procurement.schedule_line schedule_line_base_check CHECK ((base = ANY (ARRAY['REQUESTED'::text, 'CONFIRMED'::text, 'BACKORDERED'::text])))
constraint procurement.schedule_line schedule_line_check CHECK (((status = ANY (ARRAY['CHANGE_PROPOSED'::text, 'SUBSTITUTE_PROPOSED'::text, 'CHANGE_REQUESTED'::text, 'CANCEL_REQUESTED'::text])) = (base IS NOT NULL)))
constraint procurement.schedule_line schedule_line_check1 CHECK (((price_amount IS NULL) = (price_basis IS NULL)))
constraint procurement.schedule_line schedule_line_check2 CHECK (((status = ANY (ARRAY['CHANGE_PROPOSED'::text, 'SUBSTITUTE_PROPOSED'::text])) = (proposal IS NOT NULL)))
constraint procurement.schedule_line schedule_line_check3 CHECK (((status = 'CHANGE_REQUESTED'::text) = (request IS NOT NULL)))
constraint procurement.schedule_line schedule_line_org_id_order_id_counterparty_id_fkey FOREIGN KEY (org_id, order_id, counterparty_id) REFERENCES procurement.purchase_order(org_id, id, counterparty_id)
constraint procurement.schedule_line schedule_line_org_id_order_id_line_id_fkey FOREIGN KEY (org_id, order_id, line_id) REFERENCES procurement.order_line(org_id, order_id, id)
constraint procurement.schedule_line schedule_line_pkey PRIMARY KEY (org_id, order_id, id)
constraint procurement.schedule_line schedule_line_price_amount_check CHECK (((price_amount >= (0)::numeric) AND ((scale(price_amount) <= 10) AND (abs(price_amount) < '10000000000000'::numeric))))
constraint procurement.schedule_line schedule_line_price_basis_check CHECK (((price_basis > (0)::numeric) AND ((scale(price_basis) <= 10) AND (abs(price_basis) < '10000000000000'::numeric))))
constraint procurement.schedule_line schedule_line_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint procurement.schedule_line schedule_line_raw_status_check CHECK ((char_length(raw_status) <= 40))
constraint procurement.schedule_line schedule_line_reason_check CHECK ((char_length(reason) <= 500))
constraint procurement.schedule_line schedule_line_status_check CHECK ((status = ANY (ARRAY['REQUESTED'::text, 'CONFIRMED'::text, 'BACKORDERED'::text, 'CHANGE_PROPOSED'::text, 'SUBSTITUTE_PROPOSED'::text, 'CHANGE_REQUESTED'::text, 'CANCEL_REQUESTED'::text, 'REJECTED'::text, 'CANCELLED'::text, 'CLOSED_SHORT'::text, 'SHIPPED'::text, 'DELIVERED'::text])))
constraint procurement.schedule_line schedule_line_sum TRIGGER DEFERRABLE INITIALLY DEFERRED
constraint procurement.urgent_clock urgent_clock_check CHECK (((fired_at IS NULL) OR (settled_at IS NULL)))
constraint procurement.urgent_clock urgent_clock_clock_check CHECK ((clock = ANY (ARRAY['RESPOND'::text, 'SHIP'::text, 'PO'::text])))
constraint procurement.urgent_clock urgent_clock_level_check CHECK (((level >= 1) AND (level <= 12)))
constraint procurement.urgent_clock urgent_clock_mark_check CHECK ((mark = ANY (ARRAY['WARNING'::text, 'BREACH'::text, 'ESCALATION'::text])))
constraint procurement.urgent_clock urgent_clock_org_id_request_id_counterparty_id_fkey FOREIGN KEY (org_id, request_id, counterparty_id) REFERENCES procurement.urgent_request(org_id, id, counterparty_id)
constraint procurement.urgent_clock urgent_clock_pkey PRIMARY KEY (org_id, request_id, generation, clock, level)
constraint procurement.urgent_event urgent_event_kind_check CHECK ((kind = ANY (ARRAY['OPENED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'SHIPPED'::text, 'CANCELLED'::text, 'CONTACTED'::text, 'RAISED'::text, 'DOWNGRADED'::text, 'ORDERED'::text, 'HOLD_EXPIRED'::text, 'WARNING'::text, 'BREACH'::text, 'ESCALATION'::text])))
constraint procurement.urgent_event urgent_event_org_id_request_id_counterparty_id_fkey FOREIGN KEY (org_id, request_id, counterparty_id) REFERENCES procurement.urgent_request(org_id, id, counterparty_id)
constraint procurement.urgent_event urgent_event_pkey PRIMARY KEY (org_id, request_id, seq)
constraint procurement.urgent_event urgent_event_seq_check CHECK ((seq > 0))
constraint procurement.urgent_request urgent_request_check CHECK (((minimum_quantity > (0)::numeric) AND (minimum_quantity <= quantity)))
constraint procurement.urgent_request urgent_request_check1 CHECK ((org_id <> counterparty_id))
constraint procurement.urgent_request urgent_request_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 200)))
constraint procurement.urgent_request urgent_request_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint procurement.urgent_request urgent_request_counterparty_id_offer_id_fkey FOREIGN KEY (counterparty_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint procurement.urgent_request urgent_request_forwarder_account_check CHECK ((length(forwarder_account) <= 60))
constraint procurement.urgent_request urgent_request_forwarder_check CHECK ((length(forwarder) <= 120))
constraint procurement.urgent_request urgent_request_grounded_at_check CHECK (((length(grounded_at) >= 1) AND (length(grounded_at) <= 120)))
constraint procurement.urgent_request urgent_request_held_check CHECK ((held >= (0)::numeric))
constraint procurement.urgent_request urgent_request_note_check CHECK ((length(note) <= 2000))
constraint procurement.urgent_request urgent_request_org_id_counterparty_id_fkey FOREIGN KEY (org_id, counterparty_id) REFERENCES organizations.partnership(org_id, counterparty_id)
constraint procurement.urgent_request urgent_request_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.urgent_request urgent_request_org_id_id_counterparty_id_key UNIQUE (org_id, id, counterparty_id)
constraint procurement.urgent_request urgent_request_org_id_number_key UNIQUE (org_id, number)
constraint procurement.urgent_request urgent_request_org_id_order_id_fkey FOREIGN KEY (org_id, order_id) REFERENCES procurement.purchase_order(org_id, id)
constraint procurement.urgent_request urgent_request_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.urgent_request urgent_request_pkey PRIMARY KEY (org_id, id)
constraint procurement.urgent_request urgent_request_priority_fkey FOREIGN KEY (priority) REFERENCES procurement.priority(code)
constraint procurement.urgent_request urgent_request_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint procurement.urgent_request urgent_request_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'SHIPPED'::text, 'CANCELLED'::text])))
constraint procurement.urgent_request urgent_request_tail_check CHECK (((length(tail) >= 1) AND (length(tail) <= 20)))
constraint procurement.urgent_request urgent_request_waybill_check CHECK ((length(waybill) <= 60))
constraint procurement.watch watch_check CHECK (((part_id IS NULL) = (num_nonnulls(query, manufacturer_id, classification) > 0)))
constraint procurement.watch watch_check1 CHECK (((price_max IS NULL) = (price_currency IS NULL)))
constraint procurement.watch watch_classification_check CHECK (((length(classification) >= 1) AND (length(classification) <= 120)))
constraint procurement.watch watch_delivery_check CHECK ((delivery = ANY (ARRAY['AT_ONCE'::text, 'DAILY'::text])))
constraint procurement.watch watch_manufacturer_id_fkey FOREIGN KEY (manufacturer_id) REFERENCES catalog.manufacturer(id)
constraint procurement.watch watch_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint procurement.watch watch_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.watch watch_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.watch watch_pkey PRIMARY KEY (org_id, id)
constraint procurement.watch watch_price_currency_check CHECK ((price_currency ~ '^[A-Z]{3}$'::text))
constraint procurement.watch watch_price_max_check CHECK (((price_max > (0)::numeric) AND ((scale(price_max) <= 10) AND (abs(price_max) < '10000000000000'::numeric))))
constraint procurement.watch watch_query_check CHECK (((length(query) >= 3) AND (length(query) <= 200)))
constraint procurement.watch watch_stock_min_check CHECK (((stock_min > (0)::numeric) AND ((scale(stock_min) <= 10) AND (abs(stock_min) < '10000000000000'::numeric))))
constraint procurement.watch_key watch_key_org_id_watch_id_fkey FOREIGN KEY (org_id, watch_id) REFERENCES procurement.watch(org_id, id) ON DELETE CASCADE
constraint procurement.watch_key watch_key_pkey PRIMARY KEY (key, org_id, watch_id)
constraint procurement.watch_mail watch_mail_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.watch_mail watch_mail_pkey PRIMARY KEY (token_hash)
constraint procurement.watch_notice watch_notice_delivery_check CHECK ((delivery = ANY (ARRAY['AT_ONCE'::text, 'DAILY'::text, 'NO_MAIL'::text])))
constraint procurement.watch_notice watch_notice_kind_check CHECK ((kind = ANY (ARRAY['OFFER'::text, 'STOCK'::text, 'PRICE'::text])))
constraint procurement.watch_notice watch_notice_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint procurement.watch_notice watch_notice_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.watch_notice watch_notice_pkey PRIMARY KEY (org_id, id)
constraint procurement.watch_state watch_state_org_id_watch_id_fkey FOREIGN KEY (org_id, watch_id) REFERENCES procurement.watch(org_id, id) ON DELETE CASCADE
constraint procurement.watch_state watch_state_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint procurement.watch_state watch_state_pkey PRIMARY KEY (org_id, watch_id, part_id)
constraint procurement.watch_touch watch_touch_org_id_watch_id_fkey FOREIGN KEY (org_id, watch_id) REFERENCES procurement.watch(org_id, id) ON DELETE CASCADE
constraint procurement.watch_touch watch_touch_pkey PRIMARY KEY (org_id, watch_id, part_id)
constraint supply.agreement agreement_check CHECK ((org_id <> counterparty_id))
constraint supply.agreement agreement_check1 CHECK ((valid_from <= valid_to))
constraint supply.agreement agreement_check2 CHECK ((num_nulls(incoterm, incoterm_edition, incoterm_place) = ANY (ARRAY[0, 3])))
constraint supply.agreement agreement_check3 CHECK ((num_nulls(ended_at, ended_by, end_reason) = ANY (ARRAY[0, 3])))
constraint supply.agreement agreement_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.agreement agreement_currency_check CHECK ((length(currency) = 3))
constraint supply.agreement agreement_end_reason_check CHECK ((length(end_reason) <= 500))
constraint supply.agreement agreement_incoterm_check CHECK ((length(incoterm) = 3))
constraint supply.agreement agreement_incoterm_edition_check CHECK (((incoterm_edition >= 1936) AND (incoterm_edition <= 2100)))
constraint supply.agreement agreement_incoterm_place_check CHECK (((length(incoterm_place) >= 1) AND (length(incoterm_place) <= 120)))
constraint supply.agreement agreement_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60)))
constraint supply.agreement agreement_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.agreement agreement_org_id_id_counterparty_id_key UNIQUE (org_id, id, counterparty_id)
constraint supply.agreement agreement_org_id_number_version_key UNIQUE (org_id, number, version)
constraint supply.agreement agreement_payment_terms_check CHECK ((length(payment_terms) <= 200))
constraint supply.agreement agreement_pkey PRIMARY KEY (org_id, id)
constraint supply.agreement agreement_pricing_date_check CHECK ((pricing_date = ANY (ARRAY['ORDER'::text, 'DELIVERY'::text, 'DESPATCH'::text])))
constraint supply.agreement agreement_required_certificates_check CHECK ((cardinality(required_certificates) <= 20))
constraint supply.agreement agreement_version_check CHECK ((version > 0))
constraint supply.agreement_price agreement_price_basis_check CHECK (((basis > (0)::numeric) AND (basis < '10000000000000'::numeric) AND (scale(basis) <= 10)))
constraint supply.agreement_price agreement_price_break_mode_check CHECK ((break_mode = ANY (ARRAY['WHOLE'::text, 'GRADUATED'::text])))
constraint supply.agreement_price agreement_price_break_scope_check CHECK ((break_scope = ANY (ARRAY['LINE'::text, 'ORDER'::text])))
constraint supply.agreement_price agreement_price_break_unit_check CHECK ((break_unit = ANY (ARRAY['ORDER'::text, 'PRICE'::text])))
constraint supply.agreement_price agreement_price_category_check CHECK (((length(category) >= 1) AND (length(category) <= 120)))
constraint supply.agreement_price agreement_price_category_once EXCLUDE USING gist (org_id WITH =, counterparty_id WITH =, category WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
constraint supply.agreement_price agreement_price_check CHECK (
CASE
    WHEN (category IS NULL) THEN ((offer_id IS NOT NULL) AND (discount_percent IS NULL) AND (basis IS NOT NULL) AND (price_unit IS NOT NULL) AND ((price IS NOT NULL) OR (cardinality(break_from) > 0)) AND (NOT (cardinality(break_from) IS DISTINCT FROM cardinality(break_price))))
    ELSE ((offer_id IS NULL) AND (discount_percent IS NOT NULL) AND (price IS NULL) AND (break_from IS NULL))
END)
constraint supply.agreement_price agreement_price_currency_check CHECK ((length(currency) = 3))
constraint supply.agreement_price agreement_price_discount_percent_check CHECK (((discount_percent >= (0)::numeric) AND (discount_percent <= (100)::numeric) AND (scale(discount_percent) <= 4)))
constraint supply.agreement_price agreement_price_offer_once EXCLUDE USING gist (org_id WITH =, counterparty_id WITH =, offer_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
constraint supply.agreement_price agreement_price_org_id_agreement_id_counterparty_id_fkey FOREIGN KEY (org_id, agreement_id, counterparty_id) REFERENCES supply.agreement(org_id, id, counterparty_id)
constraint supply.agreement_price agreement_price_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.agreement_price agreement_price_pkey PRIMARY KEY (org_id, id)
constraint supply.agreement_price agreement_price_price_check CHECK (((price >= (0)::numeric) AND (price < '10000000000000'::numeric) AND (scale(price) <= 10)))
constraint supply.agreement_price agreement_price_pricing_date_check CHECK ((pricing_date = ANY (ARRAY['ORDER'::text, 'DELIVERY'::text, 'DESPATCH'::text])))
constraint supply.asking_call asking_call_cause_check CHECK ((cause = ANY (ARRAY['REQUEST'::text, 'TEST'::text])))
constraint supply.asking_call asking_call_figures_check CHECK ((figures >= 0))
constraint supply.asking_call asking_call_lines_check CHECK ((lines > 0))
constraint supply.asking_call asking_call_ms_check CHECK ((ms >= 0))
constraint supply.asking_call asking_call_org_id_profile_id_fkey FOREIGN KEY (org_id, profile_id) REFERENCES supply.asking_profile(org_id, id) ON DELETE CASCADE
constraint supply.asking_call asking_call_outcome_check CHECK ((outcome = ANY (ARRAY['ANSWERED'::text, 'TIMEOUT'::text, 'UNREACHABLE'::text, 'REFUSED'::text, 'STATUS'::text, 'TOO_LARGE'::text, 'GARBAGE'::text])))
constraint supply.asking_call asking_call_pkey PRIMARY KEY (org_id, id)
constraint supply.asking_profile asking_profile_cache_seconds_check CHECK (((cache_seconds >= 0) AND (cache_seconds <= 3600)))
constraint supply.asking_profile asking_profile_calls_max_check CHECK (((calls_max >= 1) AND (calls_max <= 16)))
constraint supply.asking_profile asking_profile_fresh_seconds_check CHECK (((fresh_seconds >= 1) AND (fresh_seconds <= 3600)))
constraint supply.asking_profile asking_profile_header_check CHECK (((length(header) >= 1) AND (length(header) <= 60)))
constraint supply.asking_profile asking_profile_keep_minutes_check CHECK (((keep_minutes >= 1) AND (keep_minutes <= 43200)))
constraint supply.asking_profile asking_profile_location_check CHECK (((length(location) >= 1) AND (length(location) <= 40)))
constraint supply.asking_profile asking_profile_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.asking_profile asking_profile_org_id_location_key UNIQUE (org_id, location)
constraint supply.asking_profile asking_profile_pkey PRIMARY KEY (org_id, id)
constraint supply.asking_profile asking_profile_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'PAUSED'::text])))
constraint supply.asking_profile asking_profile_timeout_ms_check CHECK (((timeout_ms >= 50) AND (timeout_ms <= 5000)))
constraint supply.asking_profile asking_profile_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
constraint supply.audience audience_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint supply.audience audience_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))
constraint supply.audience audience_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.audience audience_org_id_name_key UNIQUE (org_id, name)
constraint supply.audience audience_pkey PRIMARY KEY (org_id, id)
constraint supply.audience_member audience_member_check CHECK (((agreement_id IS NULL) = (until IS NULL)))
constraint supply.audience_member audience_member_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.audience_member audience_member_org_id_agreement_id_counterparty_id_fkey FOREIGN KEY (org_id, agreement_id, counterparty_id) REFERENCES supply.agreement(org_id, id, counterparty_id)
constraint supply.audience_member audience_member_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.audience_member audience_member_pkey PRIMARY KEY (org_id, audience, counterparty_id, opened_by)
constraint supply.calendar calendar_check CHECK ((opens < closes))
constraint supply.calendar calendar_handling_days_check CHECK (((handling_days >= 0) AND (handling_days <= 60)))
constraint supply.calendar calendar_lead_from_check CHECK ((lead_from = ANY (ARRAY['ORDER'::text, 'CUT_OFF'::text])))
constraint supply.calendar calendar_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint supply.calendar calendar_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.calendar calendar_pkey PRIMARY KEY (org_id, place)
constraint supply.calendar calendar_place_check CHECK ((length(place) <= 40))
constraint supply.calendar calendar_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 60)))
constraint supply.calendar calendar_working_days_check CHECK (((working_days <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint]) AND ((cardinality(working_days) >= 1) AND (cardinality(working_days) <= 7))))
constraint supply.calendar_day calendar_day_kind_check CHECK ((kind = ANY (ARRAY['CLOSED'::text, 'OPEN'::text])))
constraint supply.calendar_day calendar_day_name_check CHECK ((length(name) <= 120))
constraint supply.calendar_day calendar_day_org_id_place_fkey FOREIGN KEY (org_id, place) REFERENCES supply.calendar(org_id, place) ON DELETE CASCADE
constraint supply.calendar_day calendar_day_pkey PRIMARY KEY (org_id, place, day)
constraint supply.catalogue catalogue_check CHECK (((maker_rule = 'FIXED'::text) = (maker_code IS NOT NULL)))
constraint supply.catalogue catalogue_currency_check CHECK ((length(currency) = 3))
constraint supply.catalogue catalogue_maker_rule_check CHECK ((maker_rule = ANY (ARRAY['FILE'::text, 'OWN'::text, 'FIXED'::text])))
constraint supply.catalogue catalogue_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint supply.catalogue catalogue_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.catalogue catalogue_org_id_name_key UNIQUE (org_id, name)
constraint supply.catalogue catalogue_pkey PRIMARY KEY (org_id, id)
constraint supply.catalogue catalogue_withdraw_percent_max_check CHECK (((withdraw_percent_max >= (0)::numeric) AND (withdraw_percent_max <= (100)::numeric)))
constraint supply.category_audience category_audience_category_check CHECK (((length(category) >= 1) AND (length(category) <= 120)))
constraint supply.category_audience category_audience_org_id_catalogue_id_fkey FOREIGN KEY (org_id, catalogue_id) REFERENCES supply.catalogue(org_id, id)
constraint supply.category_audience category_audience_pkey PRIMARY KEY (org_id, catalogue_id, category)
constraint supply.charge_rule charge_rule_amount_check CHECK (((amount >= (0)::numeric) AND (scale(amount) <= 10) AND (amount < '10000000000000'::numeric)))
constraint supply.charge_rule charge_rule_applies_check CHECK ((applies = ANY (ARRAY['ALWAYS'::text, 'HAZMAT'::text, 'ON_REQUEST'::text, 'ORDER_BELOW'::text])))
constraint supply.charge_rule charge_rule_below_check CHECK (((below > (0)::numeric) AND (scale(below) <= 10) AND (below < '10000000000000'::numeric)))
constraint supply.charge_rule charge_rule_category_check CHECK (((length(category) >= 1) AND (length(category) <= 120)))
constraint supply.charge_rule charge_rule_check CHECK ((valid_from <= valid_to))
constraint supply.charge_rule charge_rule_check1 CHECK (((applies = 'ORDER_BELOW'::text) = (below IS NOT NULL)))
constraint supply.charge_rule charge_rule_check2 CHECK (((applies <> 'ORDER_BELOW'::text) OR ((per = 'ORDER'::text) AND (category IS NULL))))
constraint supply.charge_rule charge_rule_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40)))
constraint supply.charge_rule charge_rule_currency_check CHECK ((length(currency) = 3))
constraint supply.charge_rule charge_rule_once EXCLUDE USING gist (org_id WITH =, code WITH =, currency WITH =, COALESCE(category, ''::text) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
constraint supply.charge_rule charge_rule_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.charge_rule charge_rule_per_check CHECK ((per = ANY (ARRAY['LINE'::text, 'ORDER'::text, 'PACKAGE'::text])))
constraint supply.charge_rule charge_rule_pkey PRIMARY KEY (org_id, id)
constraint supply.customer_category customer_category_category_check CHECK (((length(category) >= 1) AND (length(category) <= 40)))
constraint supply.customer_category customer_category_check CHECK ((org_id <> counterparty_id))
constraint supply.customer_category customer_category_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.customer_category customer_category_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.customer_category customer_category_pkey PRIMARY KEY (org_id, counterparty_id)
constraint supply.discount_rule discount_rule_check CHECK ((valid_from <= valid_to))
constraint supply.discount_rule discount_rule_customer_category_check CHECK (((length(customer_category) >= 1) AND (length(customer_category) <= 40)))
constraint supply.discount_rule discount_rule_discount_percent_check CHECK (((discount_percent >= (0)::numeric) AND (discount_percent <= (100)::numeric) AND (scale(discount_percent) <= 4)))
constraint supply.discount_rule discount_rule_once EXCLUDE USING gist (org_id WITH =, customer_category WITH =, product_category WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
constraint supply.discount_rule discount_rule_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.discount_rule discount_rule_pkey PRIMARY KEY (org_id, id)
constraint supply.discount_rule discount_rule_product_category_check CHECK (((length(product_category) >= 1) AND (length(product_category) <= 120)))
constraint supply.exchange_rate exchange_rate_check CHECK ((from_currency <> to_currency))
constraint supply.exchange_rate exchange_rate_check1 CHECK (((kind = 'CONTRACT'::text) = (org_id <> counterparty_id)))
constraint supply.exchange_rate exchange_rate_check2 CHECK (((kind = 'DAY'::text) = (valid_to IS NULL)))
constraint supply.exchange_rate exchange_rate_check3 CHECK ((valid_from <= valid_to))
constraint supply.exchange_rate exchange_rate_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.exchange_rate exchange_rate_from_currency_check CHECK ((length(from_currency) = 3))
constraint supply.exchange_rate exchange_rate_kind_check CHECK ((kind = ANY (ARRAY['CONTRACT'::text, 'DAY'::text, 'FROZEN'::text])))
constraint supply.exchange_rate exchange_rate_once EXCLUDE USING gist (org_id WITH =, counterparty_id WITH =, kind WITH =, from_currency WITH =, to_currency WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((kind <> 'DAY'::text))
constraint supply.exchange_rate exchange_rate_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.exchange_rate exchange_rate_pkey PRIMARY KEY (org_id, id)
constraint supply.exchange_rate exchange_rate_rate_check CHECK (((rate > (0)::numeric) AND (scale(rate) <= 10) AND (rate < '10000000000000'::numeric)))
constraint supply.exchange_rate exchange_rate_source_check CHECK (((length(source) >= 1) AND (length(source) <= 120)))
constraint supply.exchange_rate exchange_rate_to_currency_check CHECK ((length(to_currency) = 3))
constraint supply.exchange_terms exchange_terms_bill_days_check CHECK (((bill_days >= 0) AND (bill_days <= 730)))
constraint supply.exchange_terms exchange_terms_billed_at_check CHECK ((billed_at = ANY (ARRAY['CORE_VALUE'::text, 'OUTRIGHT'::text])))
constraint supply.exchange_terms exchange_terms_check CHECK (((billed_at <> 'OUTRIGHT'::text) OR (outright_price IS NOT NULL)))
constraint supply.exchange_terms exchange_terms_check1 CHECK (((scale(core_value) <= 10) AND (abs(core_value) < '10000000000000'::numeric) AND ((scale(deposit) <= 10) AND (abs(deposit) < '10000000000000'::numeric)) AND ((scale(outright_price) <= 10) AND (abs(outright_price) < '10000000000000'::numeric)) AND ((scale(late_fee) <= 10) AND (abs(late_fee) < '10000000000000'::numeric))))
constraint supply.exchange_terms exchange_terms_core_days_check CHECK (((core_days >= 1) AND (core_days <= 730)))
constraint supply.exchange_terms exchange_terms_core_value_check CHECK ((core_value > (0)::numeric))
constraint supply.exchange_terms exchange_terms_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint supply.exchange_terms exchange_terms_day_kind_check CHECK ((day_kind = ANY (ARRAY['CALENDAR'::text, 'WORKING'::text])))
constraint supply.exchange_terms exchange_terms_deposit_check CHECK ((deposit >= (0)::numeric))
constraint supply.exchange_terms exchange_terms_late_days_check CHECK (((late_days >= 1) AND (late_days <= 730)))
constraint supply.exchange_terms exchange_terms_late_fee_check CHECK ((late_fee >= (0)::numeric))
constraint supply.exchange_terms exchange_terms_late_fees_max_check CHECK (((late_fees_max >= 0) AND (late_fees_max <= 52)))
constraint supply.exchange_terms exchange_terms_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.exchange_terms exchange_terms_outright_price_check CHECK ((outright_price > (0)::numeric))
constraint supply.exchange_terms exchange_terms_pkey PRIMARY KEY (org_id, offer_id)
constraint supply.exchange_terms exchange_terms_replace_days_check CHECK (((replace_days >= 0) AND (replace_days <= 730)))
constraint supply.hold_policy hold_policy_approval_hours_check CHECK (((approval_hours >= 0) AND (approval_hours <= 720)))
constraint supply.hold_policy hold_policy_basket_minutes_check CHECK (((basket_minutes >= 0) AND (basket_minutes <= 1440)))
constraint supply.hold_policy hold_policy_named_minutes_check CHECK (((named_minutes = 0) OR ((named_minutes >= 15) AND (named_minutes <= 60))))
constraint supply.hold_policy hold_policy_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.hold_policy hold_policy_pkey PRIMARY KEY (org_id)
constraint supply.hold_policy hold_policy_quote_hours_check CHECK (((quote_hours >= 0) AND (quote_hours <= 720)))
constraint supply.inbound inbound_claimed_check CHECK ((claimed >= (0)::numeric))
constraint supply.inbound inbound_location_check CHECK (((length(location) >= 1) AND (length(location) <= 40)))
constraint supply.inbound inbound_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.inbound inbound_pkey PRIMARY KEY (org_id, offer_id, location, reference)
constraint supply.inbound inbound_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint supply.inbound inbound_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 60)))
constraint supply.inbound_claim inbound_claim_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.inbound_claim inbound_claim_kind_check CHECK ((kind = ANY (ARRAY['CLAIM'::text, 'RELEASE'::text])))
constraint supply.inbound_claim inbound_claim_org_id_counterparty_id_promise_id_location_re_key UNIQUE (org_id, counterparty_id, promise_id, location, reference, kind)
constraint supply.inbound_claim inbound_claim_pkey PRIMARY KEY (org_id, id)
constraint supply.lot lot_certificates_check CHECK ((cardinality(certificates) <= 20))
constraint supply.lot lot_check CHECK (((lot_number IS NOT NULL) OR (serial_number IS NOT NULL)))
constraint supply.lot lot_check1 CHECK (((serial_number IS NULL) OR (quantity = ANY (ARRAY[(0)::numeric, (1)::numeric]))))
constraint supply.lot lot_location_check CHECK (((length(location) >= 1) AND (length(location) <= 40)))
constraint supply.lot lot_lot_number_check CHECK (((length(lot_number) >= 1) AND (length(lot_number) <= 60)))
constraint supply.lot lot_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.lot lot_org_id_offer_id_location_lot_number_serial_number_key UNIQUE NULLS NOT DISTINCT (org_id, offer_id, location, lot_number, serial_number)
constraint supply.lot lot_pkey PRIMARY KEY (org_id, id)
constraint supply.lot lot_quantity_check CHECK (((quantity >= (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint supply.lot lot_serial_number_check CHECK (((length(serial_number) >= 1) AND (length(serial_number) <= 60)))
constraint supply.lot lot_taken_check CHECK ((taken >= (0)::numeric))
constraint supply.lot lot_trace_check CHECK ((trace = ANY (ARRAY['YES'::text, 'NAV'::text, 'NAP'::text])))
constraint supply.lot_certificate lot_certificate_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 120)))
constraint supply.lot_certificate lot_certificate_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint supply.lot_certificate lot_certificate_number_check CHECK (((length(number) >= 1) AND (length(number) <= 60)))
constraint supply.lot_certificate lot_certificate_org_id_lot_id_fkey FOREIGN KEY (org_id, lot_id) REFERENCES supply.lot(org_id, id)
constraint supply.lot_certificate lot_certificate_org_id_lot_id_kind_sha256_key UNIQUE (org_id, lot_id, kind, sha256)
constraint supply.lot_certificate lot_certificate_pkey PRIMARY KEY (org_id, id)
constraint supply.lot_certificate lot_certificate_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint supply.lot_certificate lot_certificate_size_check CHECK ((size > 0))
constraint supply.lot_claim lot_claim_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.lot_claim lot_claim_org_id_lot_id_fkey FOREIGN KEY (org_id, lot_id) REFERENCES supply.lot(org_id, id)
constraint supply.lot_claim lot_claim_pkey PRIMARY KEY (org_id, lot_id, counterparty_id, reference)
constraint supply.lot_claim lot_claim_quantity_check CHECK (((quantity >= (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint supply.lot_claim lot_claim_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 255)))
constraint supply.lot_code lot_code_check CHECK ((valid_to >= valid_from))
constraint supply.lot_code lot_code_code_check CHECK (((length(code) >= 1) AND (length(code) <= 30)))
constraint supply.lot_code lot_code_list_check CHECK ((list = ANY (ARRAY['CONDITION'::text, 'CERTIFICATE'::text, 'TRACE'::text])))
constraint supply.lot_code lot_code_pkey PRIMARY KEY (list, version, code)
constraint supply.lot_departure lot_departure_check CHECK (((claimed >= (0)::numeric) AND (claimed <= COALESCE(quantity, (0)::numeric))))
constraint supply.lot_departure lot_departure_check1 CHECK (((lot_number IS NOT NULL) OR (serial_number IS NOT NULL)))
constraint supply.lot_departure lot_departure_check2 CHECK (((lot_id IS NULL) OR (quantity IS NOT NULL)))
constraint supply.lot_departure lot_departure_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.lot_departure lot_departure_lot_number_check CHECK (((length(lot_number) >= 1) AND (length(lot_number) <= 60)))
constraint supply.lot_departure lot_departure_movement_check CHECK (((length(movement) >= 1) AND (length(movement) <= 255)))
constraint supply.lot_departure lot_departure_org_id_lot_id_fkey FOREIGN KEY (org_id, lot_id) REFERENCES supply.lot(org_id, id)
constraint supply.lot_departure lot_departure_pkey PRIMARY KEY (org_id, id)
constraint supply.lot_departure lot_departure_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint supply.lot_departure lot_departure_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 255)))
constraint supply.lot_departure lot_departure_serial_number_check CHECK (((length(serial_number) >= 1) AND (length(serial_number) <= 60)))
constraint supply.managed_location managed_location_location_check CHECK (((length(location) >= 1) AND (length(location) <= 40)))
constraint supply.managed_location managed_location_pkey PRIMARY KEY (org_id, location)
constraint supply.market_price market_price_pkey PRIMARY KEY (part_id, day)
constraint supply.offer offer_basis_check CHECK (((basis > (0)::numeric) AND (scale(basis) <= 10) AND (basis < '10000000000000'::numeric)))
constraint supply.offer offer_break_mode_check CHECK ((break_mode = ANY (ARRAY['WHOLE'::text, 'GRADUATED'::text])))
constraint supply.offer offer_break_scope_check CHECK ((break_scope = 'ORDER'::text))
constraint supply.offer offer_break_unit_check CHECK ((break_unit = 'PRICE'::text))
constraint supply.offer offer_cancel_days_check CHECK ((cancel_days >= 0))
constraint supply.offer offer_content_per_order_unit_check CHECK (((content_per_order_unit > (0)::numeric) AND (scale(content_per_order_unit) <= 10) AND (content_per_order_unit < '10000000000000'::numeric)))
constraint supply.offer offer_country_of_origin_check CHECK ((length(country_of_origin) = 2))
constraint supply.offer offer_currency_check CHECK ((length(currency) = 3))
constraint supply.offer offer_lead_days_check CHECK ((lead_days >= 0))
constraint supply.offer offer_lead_kind_check CHECK ((lead_kind = ANY (ARRAY['CALENDAR'::text, 'WORKING'::text])))
constraint supply.offer offer_list_price_check CHECK (((list_price >= (0)::numeric) AND (scale(list_price) <= 10) AND (list_price < '10000000000000'::numeric)))
constraint supply.offer offer_minimum_check CHECK (((minimum > (0)::numeric) AND (scale(minimum) <= 10) AND (minimum < '10000000000000'::numeric)))
constraint supply.offer offer_multiple_check CHECK (((multiple > (0)::numeric) AND (scale(multiple) <= 10) AND (multiple < '10000000000000'::numeric)))
constraint supply.offer offer_org_id_supplier_part_catalogue_id_key UNIQUE (org_id, supplier_part, catalogue_id)
constraint supply.offer offer_pkey PRIMARY KEY (org_id, id)
constraint supply.offer offer_price_factor_den_check CHECK (((price_factor_den > (0)::numeric) AND (scale(price_factor_den) <= 10) AND (price_factor_den < '10000000000000'::numeric)))
constraint supply.offer offer_price_factor_num_check CHECK (((price_factor_num > (0)::numeric) AND (scale(price_factor_num) <= 10) AND (price_factor_num < '10000000000000'::numeric)))
constraint supply.offer offer_price_type_check CHECK ((price_type = ANY (ARRAY['BUDGET'::text, 'QUOTE'::text])))
constraint supply.offer offer_returnable_days_check CHECK ((returnable_days >= 0))
constraint supply.offer offer_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'WITHDRAWN'::text])))
constraint supply.offer offer_supplier_part_check CHECK (((length(supplier_part) >= 1) AND (length(supplier_part) <= 70)))
constraint supply.offer_certificates offer_certificates_certificates_check CHECK (((cardinality(certificates) >= 1) AND (cardinality(certificates) <= 20)))
constraint supply.offer_certificates offer_certificates_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.offer_certificates offer_certificates_pkey PRIMARY KEY (org_id, offer_id)
constraint supply.offer_history offer_history_check CHECK ((to_version >= from_version))
constraint supply.offer_history offer_history_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.offer_history offer_history_pkey PRIMARY KEY (org_id, catalogue_id, offer_id, from_version)
constraint supply.part_supply part_supply_offers_check CHECK ((offers >= 0))
constraint supply.part_supply part_supply_pkey PRIMARY KEY (part_id)
constraint supply.price_break price_break_from_quantity_check CHECK (((from_quantity > (0)::numeric) AND (scale(from_quantity) <= 10) AND (from_quantity < '10000000000000'::numeric)))
constraint supply.price_break price_break_pkey PRIMARY KEY (org_id, offer_id, from_quantity)
constraint supply.price_break price_break_price_check CHECK (((price >= (0)::numeric) AND (scale(price) <= 10) AND (price < '10000000000000'::numeric)))
constraint supply.pricing_policy pricing_policy_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.pricing_policy pricing_policy_pkey PRIMARY KEY (org_id)
constraint supply.pricing_policy pricing_policy_sequence_check CHECK ((((cardinality(sequence) >= 1) AND (cardinality(sequence) <= 4)) AND (sequence <@ '{ITEM,GROUP,MATRIX,LIST}'::text[])))
constraint supply.pricing_policy pricing_policy_sequence_check1 CHECK ((cardinality(sequence) = num_nonnulls(array_position(sequence, 'ITEM'::text), array_position(sequence, 'GROUP'::text), array_position(sequence, 'MATRIX'::text), array_position(sequence, 'LIST'::text))))
constraint supply.pricing_policy pricing_policy_sequence_check2 CHECK (((array_position(sequence, 'LIST'::text) IS NULL) OR (array_position(sequence, 'LIST'::text) = cardinality(sequence))))
constraint supply.promise promise_check CHECK (((status = 'RESERVED'::text) <= (held_until IS NOT NULL)))
constraint supply.promise promise_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.promise promise_counterparty_id_offer_id_fkey FOREIGN KEY (counterparty_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.promise promise_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.promise promise_pkey PRIMARY KEY (org_id, id)
constraint supply.promise promise_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint supply.promise promise_released_reason_check CHECK (((length(released_reason) >= 1) AND (length(released_reason) <= 500)))
constraint supply.promise promise_status_check CHECK ((status = ANY (ARRAY['GIVEN'::text, 'RESERVED'::text, 'RELEASED'::text, 'ORDERED'::text])))
constraint supply.publication publication_check CHECK (((kind = 'ROLLBACK'::text) = (rolled_back_to IS NOT NULL)))
constraint supply.publication publication_kind_check CHECK ((kind = ANY (ARRAY['PUBLISH'::text, 'ROLLBACK'::text])))
constraint supply.publication publication_org_id_catalogue_id_fkey FOREIGN KEY (org_id, catalogue_id) REFERENCES supply.catalogue(org_id, id)
constraint supply.publication publication_org_id_upload_id_fkey FOREIGN KEY (org_id, upload_id) REFERENCES supply.upload(org_id, id)
constraint supply.publication publication_pkey PRIMARY KEY (org_id, catalogue_id, version)
constraint supply.publication publication_version_check CHECK ((version > 0))
constraint supply.record_block record_block_check CHECK ((octet_length(digests) = (16 * cardinality(parts))))
constraint supply.record_block record_block_org_id_upload_id_fkey FOREIGN KEY (org_id, upload_id) REFERENCES supply.upload(org_id, id)
constraint supply.record_block record_block_pkey PRIMARY KEY (org_id, upload_id, block)
constraint supply.repair_terms repair_terms_approve_days_check CHECK (((approve_days >= 1) AND (approve_days <= 730)))
constraint supply.repair_terms repair_terms_check CHECK (((pricing = 'FIXED'::text) = (price IS NOT NULL)))
constraint supply.repair_terms repair_terms_check1 CHECK (((scale(price) <= 10) AND (abs(price) < '10000000000000'::numeric) AND ((scale(evaluation_fee) <= 10) AND (abs(evaluation_fee) < '10000000000000'::numeric))))
constraint supply.repair_terms repair_terms_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint supply.repair_terms repair_terms_day_kind_check CHECK ((day_kind = ANY (ARRAY['CALENDAR'::text, 'WORKING'::text])))
constraint supply.repair_terms repair_terms_evaluation_fee_check CHECK ((evaluation_fee >= (0)::numeric))
constraint supply.repair_terms repair_terms_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.repair_terms repair_terms_pkey PRIMARY KEY (org_id, offer_id)
constraint supply.repair_terms repair_terms_price_check CHECK ((price > (0)::numeric))
constraint supply.repair_terms repair_terms_pricing_check CHECK ((pricing = ANY (ARRAY['QUOTE'::text, 'FIXED'::text])))
constraint supply.repair_terms repair_terms_quote_days_check CHECK (((quote_days >= 1) AND (quote_days <= 730)))
constraint supply.repair_terms repair_terms_turn_days_check CHECK (((turn_days >= 1) AND (turn_days <= 730)))
constraint supply.row_problem row_problem_org_id_upload_id_fkey FOREIGN KEY (org_id, upload_id) REFERENCES supply.upload(org_id, id) ON DELETE CASCADE
constraint supply.row_problem row_problem_pkey PRIMARY KEY (org_id, upload_id, line, id)
constraint supply.row_problem row_problem_severity_check CHECK ((severity = ANY (ARRAY['ERROR'::text, 'WARNING'::text, 'INFO'::text])))
constraint supply.staged_category staged_category_pkey PRIMARY KEY (org_id, upload_id, supplier_part, category)
constraint supply.staged_change staged_change_change_check CHECK ((change = ANY (ARRAY['NEW'::text, 'CHANGED'::text, 'WITHDRAWN'::text])))
constraint supply.staged_change staged_change_pkey PRIMARY KEY (org_id, upload_id, change, supplier_part)
constraint supply.staged_row staged_row_action_check CHECK ((action = ANY (ARRAY['PUT'::text, 'ADD'::text, 'CHANGE'::text, 'DELETE'::text, 'PRICE'::text])))
constraint supply.staged_row staged_row_pkey PRIMARY KEY (org_id, upload_id, row_no)
constraint supply.staged_same staged_same_pkey PRIMARY KEY (org_id, upload_id, block)
constraint supply.stock stock_location_check CHECK (((length(location) >= 1) AND (length(location) <= 40)))
constraint supply.stock stock_pkey PRIMARY KEY (org_id, offer_id, location)
constraint supply.stock stock_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity < '10000000000000'::numeric) AND (scale(quantity) <= 10)))
constraint supply.stock stock_reserved_check CHECK ((reserved >= (0)::numeric))
constraint supply.stock stock_source_check CHECK ((source = ANY (ARRAY['FILE'::text, 'API'::text, 'MANUAL'::text, 'MANAGED'::text, 'ASKED'::text])))
constraint supply.stock_hold stock_hold_check CHECK (((held > (0)::numeric) AND (held <= quantity)))
constraint supply.stock_hold stock_hold_check1 CHECK (((status = 'HELD'::text) = (ended_at IS NULL)))
constraint supply.stock_hold stock_hold_check2 CHECK (((status = 'CONSUMED'::text) = (consumed_by IS NOT NULL)))
constraint supply.stock_hold stock_hold_consumed_by_check CHECK (((length(consumed_by) >= 1) AND (length(consumed_by) <= 255)))
constraint supply.stock_hold stock_hold_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.stock_hold stock_hold_holder_kind_check CHECK ((holder_kind = ANY (ARRAY['BASKET'::text, 'QUOTE'::text, 'APPROVAL'::text, 'NAMED'::text])))
constraint supply.stock_hold stock_hold_idem_key_check CHECK (((length(idem_key) >= 1) AND (length(idem_key) <= 255)))
constraint supply.stock_hold stock_hold_label_check CHECK (((length(label) >= 1) AND (length(label) <= 120)))
constraint supply.stock_hold stock_hold_line_check CHECK ((line >= 0))
constraint supply.stock_hold stock_hold_org_id_counterparty_id_idem_key_line_key UNIQUE (org_id, counterparty_id, idem_key, line)
constraint supply.stock_hold stock_hold_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.stock_hold stock_hold_pkey PRIMARY KEY (org_id, id)
constraint supply.stock_hold stock_hold_places_check CHECK ((jsonb_typeof(places) = 'object'::text))
constraint supply.stock_hold stock_hold_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint supply.stock_hold stock_hold_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
constraint supply.stock_hold stock_hold_status_check CHECK ((status = ANY (ARRAY['HELD'::text, 'CONSUMED'::text, 'RELEASED'::text, 'EXPIRED'::text])))
constraint supply.stock_ledger stock_ledger_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint supply.stock_ledger stock_ledger_kind_check CHECK ((kind = ANY (ARRAY['RESERVE'::text, 'RELEASE'::text, 'CONSUME'::text, 'HOLD'::text, 'EXPIRE'::text, 'TRANSFER'::text, 'OPEN'::text, 'CORRECT'::text, 'UNSHIP'::text])))
constraint supply.stock_ledger stock_ledger_movement_check CHECK (((length(movement) >= 1) AND (length(movement) <= 255)))
constraint supply.stock_ledger stock_ledger_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))
constraint supply.stock_ledger stock_ledger_org_id_counterparty_id_reference_movement_loca_key UNIQUE (org_id, counterparty_id, reference, movement, location)
constraint supply.stock_ledger stock_ledger_org_id_offer_id_location_fkey FOREIGN KEY (org_id, offer_id, location) REFERENCES supply.stock(org_id, offer_id, location)
constraint supply.stock_ledger stock_ledger_pkey PRIMARY KEY (org_id, id)
constraint supply.stock_ledger stock_ledger_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 40)))
constraint supply.stock_ledger stock_ledger_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 255)))
constraint supply.transit transit_check CHECK (((length(region) <= 40) AND ((region = ''::text) OR (country <> ''::text))))
constraint supply.transit transit_country_check CHECK ((country ~ '^([A-Z]{2})?$'::text))
constraint supply.transit transit_day_kind_check CHECK ((day_kind = ANY (ARRAY['CALENDAR'::text, 'WORKING'::text])))
constraint supply.transit transit_days_check CHECK (((days >= 0) AND (days <= 365)))
constraint supply.transit transit_method_check CHECK ((method ~ '^[A-Z0-9_]{1,20}$'::text))
constraint supply.transit transit_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint supply.transit transit_pkey PRIMARY KEY (org_id, place, country, region, method)
constraint supply.transit transit_place_check CHECK ((length(place) <= 40))
constraint supply.unit_terms_past unit_terms_past_kind_check CHECK ((kind = ANY (ARRAY['EXCHANGE'::text, 'REPAIR'::text])))
constraint supply.unit_terms_past unit_terms_past_org_id_offer_id_fkey FOREIGN KEY (org_id, offer_id) REFERENCES supply.offer(org_id, id)
constraint supply.unit_terms_past unit_terms_past_pkey PRIMARY KEY (org_id, offer_id, kind)
constraint supply.unit_terms_past unit_terms_past_version_check CHECK ((version > 0))
constraint supply.upload upload_bytes_check CHECK ((bytes >= 0))
constraint supply.upload upload_check CHECK (((kind <> 'CATALOGUE'::text) OR (catalogue_id IS NOT NULL)))
constraint supply.upload upload_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255)))
constraint supply.upload upload_kind_check CHECK ((kind = ANY (ARRAY['CATALOGUE'::text, 'PRICES'::text, 'STOCK'::text])))
constraint supply.upload upload_load_mode_check CHECK ((load_mode = ANY (ARRAY['FULL'::text, 'DELTA'::text])))
constraint supply.upload upload_org_id_catalogue_id_fkey FOREIGN KEY (org_id, catalogue_id) REFERENCES supply.catalogue(org_id, id)
constraint supply.upload upload_pkey PRIMARY KEY (org_id, id)
constraint supply.upload upload_schedule CHECK (((publish_at IS NULL) = (publish_zone IS NULL)))
constraint supply.upload upload_state_check CHECK ((state = ANY (ARRAY['QUARANTINED'::text, 'PARSING'::text, 'STAGED'::text, 'BLOCKED'::text, 'NEEDS_CONFIRMATION'::text, 'PUBLISHING'::text, 'PUBLISHED'::text, 'FAILED'::text, 'DISCARDED'::text])))
constraint tendering.amendment amendment_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.amendment amendment_pkey PRIMARY KEY (org_id, tender_id, version)
constraint tendering.amendment amendment_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
constraint tendering.amendment amendment_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.amendment amendment_version_check CHECK ((version > 0))
constraint tendering.arrival arrival_last_check CHECK ((last > 0))
constraint tendering.arrival arrival_pkey PRIMARY KEY (tender_org, lot_id)
constraint tendering.auction auction_check CHECK (((voided_at IS NULL) = (void_reason IS NULL)))
constraint tendering.auction auction_check1 CHECK (((resumes_at IS NULL) OR (paused_at IS NOT NULL)))
constraint tendering.auction auction_kind_check CHECK ((kind = ANY (ARRAY['ENGLISH'::text, 'ROUNDS'::text, 'DUTCH'::text, 'JAPANESE'::text])))
constraint tendering.auction auction_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.auction auction_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id)
constraint tendering.auction auction_pause_reason_check CHECK (((length(pause_reason) >= 1) AND (length(pause_reason) <= 2000)))
constraint tendering.auction auction_pkey PRIMARY KEY (org_id, id)
constraint tendering.auction auction_void_reason_check CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 2000)))
constraint tendering.auction_act auction_act_amount_check CHECK (((scale(amount) <= 10) AND (abs(amount) < '10000000000000'::numeric)))
constraint tendering.auction_act auction_act_by_check CHECK ((by = ANY (ARRAY['BIDDER'::text, 'BUYER'::text, 'CLOCK'::text])))
constraint tendering.auction_act auction_act_check CHECK (((by = 'BIDDER'::text) = (label IS NOT NULL)))
constraint tendering.auction_act auction_act_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
constraint tendering.auction_act auction_act_kind_check CHECK ((kind = ANY (ARRAY['BID'::text, 'PROXY'::text, 'TAKE_BACK'::text, 'ACCEPT'::text, 'STAY'::text, 'VOID_BID'::text, 'PAUSE'::text, 'RESUME'::text, 'RESCHEDULE'::text, 'VOID'::text, 'SEAL'::text, 'AWARD'::text])))
constraint tendering.auction_act auction_act_org_id_auction_id_fkey FOREIGN KEY (org_id, auction_id) REFERENCES tendering.auction(org_id, id)
constraint tendering.auction_act auction_act_pkey PRIMARY KEY (org_id, auction_id, sequence)
constraint tendering.auction_act auction_act_sequence_check CHECK ((sequence > 0))
constraint tendering.auction_act auction_act_value_check CHECK ((length(value) <= 400))
constraint tendering.auction_bidder auction_bidder_addition_check CHECK ((length(addition) <= 60))
constraint tendering.auction_bidder auction_bidder_coefficient_check CHECK ((length(coefficient) <= 200))
constraint tendering.auction_bidder auction_bidder_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint tendering.auction_bidder auction_bidder_first_amount_check CHECK (((first_amount > (0)::numeric) AND ((scale(first_amount) <= 10) AND (abs(first_amount) < '10000000000000'::numeric))))
constraint tendering.auction_bidder auction_bidder_label_check CHECK ((label ~ '^bidder-[0-9]{1,3}$'::text))
constraint tendering.auction_bidder auction_bidder_org_id_auction_id_fkey FOREIGN KEY (org_id, auction_id) REFERENCES tendering.auction(org_id, id)
constraint tendering.auction_bidder auction_bidder_org_id_auction_id_label_key UNIQUE (org_id, auction_id, label)
constraint tendering.auction_bidder auction_bidder_pkey PRIMARY KEY (org_id, auction_id, counterparty_id)
constraint tendering.auction_file auction_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.auction_file auction_file_org_id_auction_id_fkey FOREIGN KEY (org_id, auction_id) REFERENCES tendering.auction(org_id, id)
constraint tendering.auction_file auction_file_pkey PRIMARY KEY (org_id, auction_id)
constraint tendering.auction_head auction_head_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
constraint tendering.auction_head auction_head_org_id_auction_id_fkey FOREIGN KEY (org_id, auction_id) REFERENCES tendering.auction(org_id, id)
constraint tendering.auction_head auction_head_pkey PRIMARY KEY (org_id, auction_id)
constraint tendering.auction_head auction_head_sequence_check CHECK ((sequence >= 0))
constraint tendering.auction_result auction_result_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.auction_result auction_result_org_id_auction_id_fkey FOREIGN KEY (org_id, auction_id) REFERENCES tendering.auction_file(org_id, auction_id)
constraint tendering.auction_result auction_result_pkey PRIMARY KEY (org_id, auction_id)
constraint tendering.award award_cancel_reason_check CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 2000)))
constraint tendering.award award_check CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL)))
constraint tendering.award award_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint tendering.award award_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint tendering.award award_makes_check CHECK ((makes = ANY (ARRAY['ORDERS'::text, 'AGREEMENTS'::text, 'NOTHING'::text])))
constraint tendering.award award_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.award award_org_id_id_counterparty_id_key UNIQUE (org_id, id, counterparty_id)
constraint tendering.award award_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id)
constraint tendering.award award_pkey PRIMARY KEY (org_id, id)
constraint tendering.award_line award_line_alternate_check CHECK ((length(alternate) <= 300))
constraint tendering.award_line award_line_basis_check CHECK (((basis > (0)::numeric) AND ((scale(basis) <= 10) AND (abs(basis) < '10000000000000'::numeric))))
constraint tendering.award_line award_line_factor_den_check CHECK ((factor_den > (0)::numeric))
constraint tendering.award_line award_line_factor_num_check CHECK ((factor_num > (0)::numeric))
constraint tendering.award_line award_line_org_id_award_id_counterparty_id_fkey FOREIGN KEY (org_id, award_id, counterparty_id) REFERENCES tendering.award(org_id, id, counterparty_id)
constraint tendering.award_line award_line_org_id_line_id_fkey FOREIGN KEY (org_id, line_id) REFERENCES tendering.tender_line(org_id, id)
constraint tendering.award_line award_line_pkey PRIMARY KEY (org_id, award_id, line_id)
constraint tendering.award_line award_line_price_check CHECK (((price >= (0)::numeric) AND ((scale(price) <= 10) AND (abs(price) < '10000000000000'::numeric))))
constraint tendering.award_line award_line_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint tendering.award_note award_note_org_id_award_id_fkey FOREIGN KEY (org_id, award_id) REFERENCES tendering.award(org_id, id)
constraint tendering.award_note award_note_pkey PRIMARY KEY (org_id, award_id)
constraint tendering.award_note award_note_rank_check CHECK ((rank > 0))
constraint tendering.award_note award_note_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
constraint tendering.award_scenario award_scenario_check CHECK (((status = 'SOLVED'::text) = (report IS NOT NULL)))
constraint tendering.award_scenario award_scenario_check1 CHECK (((status = 'ASKED'::text) = (solved_at IS NULL)))
constraint tendering.award_scenario award_scenario_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
constraint tendering.award_scenario award_scenario_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.tender(org_id, id)
constraint tendering.award_scenario award_scenario_pkey PRIMARY KEY (org_id, id)
constraint tendering.award_scenario award_scenario_status_check CHECK ((status = ANY (ARRAY['ASKED'::text, 'SOLVED'::text, 'FAILED'::text])))
constraint tendering.bid bid_check CHECK ((org_id <> counterparty_id))
constraint tendering.bid bid_counterparty_id_lot_id_fkey FOREIGN KEY (counterparty_id, lot_id) REFERENCES tendering.lot(org_id, id)
constraint tendering.bid bid_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.bid bid_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.bid bid_org_id_id_counterparty_id_tender_id_lot_id_round_key UNIQUE (org_id, id, counterparty_id, tender_id, lot_id, round)
constraint tendering.bid bid_org_id_lot_id_round_key UNIQUE (org_id, lot_id, round)
constraint tendering.bid bid_pkey PRIMARY KEY (org_id, id)
constraint tendering.bid bid_round_check CHECK ((round > 0))
constraint tendering.bid bid_seq_check CHECK ((seq > 0))
constraint tendering.bid bid_tender_version_check CHECK ((tender_version > 0))
constraint tendering.bid_content bid_content_check CHECK (((body IS NULL) <> (sealed IS NULL)))
constraint tendering.bid_content bid_content_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.bid_content bid_content_envelope_check CHECK ((envelope = ANY (ARRAY['WHOLE'::text, 'QUALIFICATION'::text, 'TECHNICAL'::text, 'COMMERCIAL'::text])))
constraint tendering.bid_content bid_content_org_id_bid_id_counterparty_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, bid_id, counterparty_id, tender_id, lot_id, round) REFERENCES tendering.bid(org_id, id, counterparty_id, tender_id, lot_id, round)
constraint tendering.bid_content bid_content_pkey PRIMARY KEY (org_id, bid_id, envelope)
constraint tendering.bid_draft bid_draft_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.bid_draft bid_draft_pkey PRIMARY KEY (org_id, lot_id, round)
constraint tendering.bid_receipt bid_receipt_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.bid_receipt bid_receipt_kind_check CHECK ((kind = ANY (ARRAY['SUBMITTED'::text, 'CONFIRMED'::text, 'WITHDRAWN'::text])))
constraint tendering.bid_receipt bid_receipt_org_id_bid_id_counterparty_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, bid_id, counterparty_id, tender_id, lot_id, round) REFERENCES tendering.bid(org_id, id, counterparty_id, tender_id, lot_id, round)
constraint tendering.bid_receipt bid_receipt_pkey PRIMARY KEY (org_id, bid_id, seq)
constraint tendering.bid_receipt bid_receipt_seq_check CHECK ((seq > 0))
constraint tendering.bid_score bid_score_check CHECK ((num_nonnulls(score, passed) = 1))
constraint tendering.bid_score bid_score_criterion_id_check CHECK ((length(criterion_id) <= 40))
constraint tendering.bid_score bid_score_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)))
constraint tendering.bid_score bid_score_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id)
constraint tendering.bid_score bid_score_pkey PRIMARY KEY (org_id, bid_id, criterion_id, member_id)
constraint tendering.bid_score bid_score_score_check CHECK ((score >= (0)::numeric))
constraint tendering.bid_version bid_version_check CHECK (((body IS NULL) <> (sealed IS NULL)))
constraint tendering.bid_version bid_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.bid_version bid_version_envelope_check CHECK ((envelope = ANY (ARRAY['WHOLE'::text, 'QUALIFICATION'::text, 'TECHNICAL'::text, 'COMMERCIAL'::text])))
constraint tendering.bid_version bid_version_kind_check CHECK ((kind = ANY (ARRAY['SUBMITTED'::text, 'CONFIRMED'::text, 'WITHDRAWN'::text])))
constraint tendering.bid_version bid_version_org_id_bid_id_counterparty_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, bid_id, counterparty_id, tender_id, lot_id, round) REFERENCES tendering.bid(org_id, id, counterparty_id, tender_id, lot_id, round)
constraint tendering.bid_version bid_version_pkey PRIMARY KEY (org_id, bid_id, seq, envelope)
constraint tendering.bid_version bid_version_seq_check CHECK ((seq > 0))
constraint tendering.clock_beat clock_beat_pkey PRIMARY KEY (at)
constraint tendering.envelope_opening envelope_opening_check CHECK (((outcome = 'OPENED'::text) = (body IS NOT NULL)))
constraint tendering.envelope_opening envelope_opening_check1 CHECK (((outcome = 'OPENED'::text) = (content_key IS NOT NULL)))
constraint tendering.envelope_opening envelope_opening_check2 CHECK (((outcome = 'UNOPENABLE'::text) = (reason IS NOT NULL)))
constraint tendering.envelope_opening envelope_opening_check3 CHECK (((verdict IS NULL) = (judged_at IS NULL)))
constraint tendering.envelope_opening envelope_opening_check4 CHECK (((verdict IS NULL) OR (outcome = 'OPENED'::text)))
constraint tendering.envelope_opening envelope_opening_check5 CHECK (((verdict IS DISTINCT FROM 'FAILED'::text) OR (verdict_reason IS NOT NULL)))
constraint tendering.envelope_opening envelope_opening_content_key_check CHECK ((content_key ~ '^[A-Za-z0-9_-]{43}$'::text))
constraint tendering.envelope_opening envelope_opening_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint tendering.envelope_opening envelope_opening_envelope_check CHECK ((envelope = ANY (ARRAY['WHOLE'::text, 'QUALIFICATION'::text, 'TECHNICAL'::text, 'COMMERCIAL'::text])))
constraint tendering.envelope_opening envelope_opening_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.envelope_opening envelope_opening_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.envelope_opening envelope_opening_outcome_check CHECK ((outcome = ANY (ARRAY['OPENED'::text, 'UNOPENABLE'::text])))
constraint tendering.envelope_opening envelope_opening_pkey PRIMARY KEY (org_id, bid_id, envelope)
constraint tendering.envelope_opening envelope_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60)))
constraint tendering.envelope_opening envelope_opening_verdict_check CHECK ((verdict = ANY (ARRAY['PASSED'::text, 'FAILED'::text])))
constraint tendering.envelope_opening envelope_opening_verdict_reason_check CHECK (((length(verdict_reason) >= 1) AND (length(verdict_reason) <= 2000)))
constraint tendering.evaluation evaluation_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.evaluation evaluation_n_check CHECK ((n > 0))
constraint tendering.evaluation evaluation_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.evaluation evaluation_pkey PRIMARY KEY (org_id, lot_id, n)
constraint tendering.follower follower_pkey PRIMARY KEY (tender_org, tender_id, org_id)
constraint tendering.half_part half_part_envelope_check CHECK ((envelope = ANY (ARRAY['WHOLE'::text, 'QUALIFICATION'::text, 'TECHNICAL'::text, 'COMMERCIAL'::text])))
constraint tendering.half_part half_part_org_id_lot_id_round_envelope_fkey FOREIGN KEY (org_id, lot_id, round, envelope) REFERENCES tendering.half_release(org_id, lot_id, round, envelope) ON DELETE CASCADE
constraint tendering.half_part half_part_part_check CHECK ((part ~ '^[A-Za-z0-9_-]{43}$'::text))
constraint tendering.half_part half_part_pkey PRIMARY KEY (org_id, lot_id, round, envelope, bid_id)
constraint tendering.half_release half_release_envelope_check CHECK ((envelope = ANY (ARRAY['WHOLE'::text, 'QUALIFICATION'::text, 'TECHNICAL'::text, 'COMMERCIAL'::text])))
constraint tendering.half_release half_release_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.half_release half_release_pkey PRIMARY KEY (org_id, lot_id, round, envelope)
constraint tendering.handed_share handed_share_org_id_key_id_fkey FOREIGN KEY (org_id, key_id) REFERENCES tendering.officer_key(org_id, id)
constraint tendering.handed_share handed_share_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES tendering.opening_session(org_id, id) ON DELETE CASCADE
constraint tendering.handed_share handed_share_pkey PRIMARY KEY (org_id, session_id, key_id)
constraint tendering.handed_share handed_share_sealed_check CHECK (((length(sealed) >= 1) AND (length(sealed) <= 1000)))
constraint tendering.held_share held_share_org_id_key_id_fkey FOREIGN KEY (org_id, key_id) REFERENCES tendering.officer_key(org_id, id)
constraint tendering.held_share held_share_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.sealing(org_id, tender_id) ON DELETE CASCADE
constraint tendering.held_share held_share_pkey PRIMARY KEY (org_id, tender_id, key_id)
constraint tendering.held_share held_share_position_check CHECK ((("position" >= 1) AND ("position" <= 255)))
constraint tendering.held_share held_share_role_check CHECK ((role = ANY (ARRAY['OFFICER'::text, 'DEPUTY'::text, 'RECOVERY'::text])))
constraint tendering.held_share held_share_sealed_check CHECK (((length(sealed) >= 1) AND (length(sealed) <= 1000)))
constraint tendering.hub_half hub_half_org_id_lot_id_round_fkey FOREIGN KEY (org_id, lot_id, round) REFERENCES tendering.lot_round(org_id, lot_id, round) ON DELETE CASCADE
constraint tendering.hub_half hub_half_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.hub_half hub_half_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.hub_half hub_half_pkey PRIMARY KEY (org_id, lot_id, round)
constraint tendering.hub_half hub_half_public_key_check CHECK ((public_key ~ '^[A-Za-z0-9_-]{87}$'::text))
constraint tendering.hub_half hub_half_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.hub_secret hub_secret_check CHECK (((sealed IS NULL) = (spent_at IS NOT NULL)))
constraint tendering.hub_secret hub_secret_org_id_lot_id_round_fkey FOREIGN KEY (org_id, lot_id, round) REFERENCES tendering.hub_half(org_id, lot_id, round) ON DELETE CASCADE
constraint tendering.hub_secret hub_secret_pkey PRIMARY KEY (org_id, lot_id, round)
constraint tendering.hub_secret hub_secret_sealed_check CHECK (((length(sealed) >= 1) AND (length(sealed) <= 1000)))
constraint tendering.interest interest_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)))
constraint tendering.interest interest_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.tender(org_id, id)
constraint tendering.interest interest_pkey PRIMARY KEY (org_id, tender_id, member_id)
constraint tendering.invitation invitation_check CHECK ((org_id <> counterparty_id))
constraint tendering.invitation invitation_check1 CHECK (((decline_reason IS NULL) OR (declined_at IS NOT NULL)))
constraint tendering.invitation invitation_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint tendering.invitation invitation_decline_reason_check CHECK (((length(decline_reason) >= 1) AND (length(decline_reason) <= 500)))
constraint tendering.invitation invitation_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.invitation invitation_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.tender(org_id, id) ON DELETE CASCADE
constraint tendering.invitation invitation_pkey PRIMARY KEY (org_id, tender_id, counterparty_id)
constraint tendering.line_private line_private_check CHECK (((target IS NULL) = (target_basis IS NULL)))
constraint tendering.line_private line_private_org_id_line_id_fkey FOREIGN KEY (org_id, line_id) REFERENCES tendering.tender_line(org_id, id) ON DELETE CASCADE
constraint tendering.line_private line_private_pkey PRIMARY KEY (org_id, line_id)
constraint tendering.line_private line_private_target_basis_check CHECK (((target_basis > (0)::numeric) AND ((scale(target_basis) <= 10) AND (abs(target_basis) < '10000000000000'::numeric))))
constraint tendering.line_private line_private_target_check CHECK (((target > (0)::numeric) AND ((scale(target) <= 10) AND (abs(target) < '10000000000000'::numeric))))
constraint tendering.lot lot_cancel_reason_check CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 2000)))
constraint tendering.lot lot_check CHECK ((num_nonnulls(awarded_at, unsuccessful_at, cancelled_at) <= 1))
constraint tendering.lot lot_org_id_tender_id_id_key UNIQUE (org_id, tender_id, id)
constraint tendering.lot lot_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.lot lot_pkey PRIMARY KEY (org_id, id)
constraint tendering.lot lot_position_check CHECK (("position" > 0))
constraint tendering.lot lot_round_check CHECK ((round > 0))
constraint tendering.lot lot_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.lot lot_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
constraint tendering.lot_round lot_round_check1 CHECK ((opens_at < closes_at))
constraint tendering.lot_round lot_round_check2 CHECK (((closed_at IS NULL) OR (closed_at >= closes_at)))
constraint tendering.lot_round lot_round_check3 CHECK (((bids_from IS NULL) OR (confidentiality = 'OPEN'::text) OR (bids_from >= closes_at)))
constraint tendering.lot_round lot_round_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['OPEN'::text, 'TIMED'::text, 'SEALED'::text])))
constraint tendering.lot_round lot_round_kind_check CHECK ((kind = ANY (ARRAY['FIRST'::text, 'ROUND'::text, 'BEST_AND_FINAL'::text])))
constraint tendering.lot_round lot_round_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.lot_round lot_round_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.lot_round lot_round_pkey PRIMARY KEY (org_id, lot_id, round)
constraint tendering.lot_round lot_round_round_check CHECK ((round > 0))
constraint tendering.lot_round lot_round_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.notice notice_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.notice notice_ocid_check CHECK (((length(ocid) >= 1) AND (length(ocid) <= 120)))
constraint tendering.notice notice_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.notice notice_org_id_ocid_seq_key UNIQUE (org_id, ocid, seq)
constraint tendering.notice notice_org_id_release_id_key UNIQUE (org_id, release_id)
constraint tendering.notice notice_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.tender(org_id, id)
constraint tendering.notice notice_pkey PRIMARY KEY (org_id, tender_id, seq)
constraint tendering.notice notice_seq_check CHECK ((seq > 0))
constraint tendering.notice notice_tags_check CHECK ((cardinality(tags) > 0))
constraint tendering.officer_key officer_key_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint tendering.officer_key officer_key_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.officer_key officer_key_org_id_public_key_key UNIQUE (org_id, public_key)
constraint tendering.officer_key officer_key_pkey PRIMARY KEY (org_id, id)
constraint tendering.officer_key officer_key_public_key_check CHECK ((public_key ~ '^[A-Za-z0-9_-]{87}$'::text))
constraint tendering.opening_session opening_session_kind_check CHECK ((kind = ANY (ARRAY['REHEARSAL'::text, 'OPENING'::text])))
constraint tendering.opening_session opening_session_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.sealing(org_id, tender_id) ON DELETE CASCADE
constraint tendering.opening_session opening_session_pkey PRIMARY KEY (org_id, id)
constraint tendering.opening_session opening_session_public_key_check CHECK ((public_key ~ '^[A-Za-z0-9_-]{87}$'::text))
constraint tendering.public_tender public_tender_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
constraint tendering.public_tender public_tender_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.public_tender public_tender_org_id_tender_id_seq_fkey FOREIGN KEY (org_id, tender_id, seq) REFERENCES tendering.notice(org_id, tender_id, seq)
constraint tendering.public_tender public_tender_pkey PRIMARY KEY (org_id, tender_id)
constraint tendering.public_tender public_tender_status_check CHECK (((length(status) >= 1) AND (length(status) <= 20)))
constraint tendering.question question_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 10000)))
constraint tendering.question question_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)))
constraint tendering.question question_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
constraint tendering.question question_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.question question_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.question question_pkey PRIMARY KEY (org_id, id)
constraint tendering.question question_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.question_asker question_asker_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.question_asker question_asker_pkey PRIMARY KEY (org_id, question_id)
constraint tendering.receipt_key receipt_key_one_check CHECK (one)
constraint tendering.receipt_key receipt_key_pkey PRIMARY KEY (one)
constraint tendering.receipt_key receipt_key_public_key_check CHECK ((public_key ~ '^[A-Za-z0-9_-]{87}$'::text))
constraint tendering.receipt_key receipt_key_sealed_check CHECK (((length(sealed) >= 1) AND (length(sealed) <= 1000)))
constraint tendering.round_admission round_admission_counterparty_id_fkey FOREIGN KEY (counterparty_id) REFERENCES organizations.organization(id)
constraint tendering.round_admission round_admission_org_id_lot_id_round_fkey FOREIGN KEY (org_id, lot_id, round) REFERENCES tendering.lot_round(org_id, lot_id, round) ON DELETE CASCADE
constraint tendering.round_admission round_admission_pkey PRIMARY KEY (org_id, lot_id, round, counterparty_id)
constraint tendering.round_admission round_admission_round_check CHECK ((round > 0))
constraint tendering.sealing sealing_envelopes_check CHECK (((cardinality(envelopes) >= 1) AND (cardinality(envelopes) <= 3)))
constraint tendering.sealing sealing_officers_key_check CHECK ((officers_key ~ '^[A-Za-z0-9_-]{87}$'::text))
constraint tendering.sealing sealing_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.sealing sealing_pkey PRIMARY KEY (org_id, tender_id)
constraint tendering.sealing sealing_rehearsal_check CHECK (((length(rehearsal) >= 1) AND (length(rehearsal) <= 20000)))
constraint tendering.sealing sealing_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.sealing sealing_threshold_check CHECK ((threshold >= 2))
constraint tendering.tender tender_agreement_check CHECK (((num_nulls(agreement_from, agreement_to) <> 1) AND (agreement_from <= agreement_to)))
constraint tendering.tender tender_award_mode_check CHECK ((award_mode = ANY (ARRAY['LOT'::text, 'LINE'::text, 'SHARES'::text])))
constraint tendering.tender tender_bids_min_check CHECK (((bids_min >= 1) AND (bids_min <= 9)))
constraint tendering.tender tender_cancel_reason_check CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 2000)))
constraint tendering.tender tender_check CHECK (((published_at IS NULL) = (shown = 'DRAFT'::text)))
constraint tendering.tender tender_check1 CHECK (((published_at IS NULL) OR (closes_at IS NOT NULL)))
constraint tendering.tender tender_check2 CHECK (((procedure = 'SINGLE_SOURCE'::text) = (single_reason IS NOT NULL)))
constraint tendering.tender tender_check3 CHECK (((award_mode = 'SHARES'::text) = (cardinality(shares) > 0)))
constraint tendering.tender tender_confidentiality_check CHECK ((confidentiality = ANY (ARRAY['OPEN'::text, 'TIMED'::text, 'SEALED'::text])))
constraint tendering.tender tender_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint tendering.tender tender_delivery_term_check CHECK (((length(delivery_term) >= 1) AND (length(delivery_term) <= 160)))
constraint tendering.tender tender_description_check CHECK ((length(description) <= 10000))
constraint tendering.tender tender_number_check CHECK (((length(number) >= 1) AND (length(number) <= 40)))
constraint tendering.tender tender_org_id_fkey FOREIGN KEY (org_id) REFERENCES organizations.organization(id)
constraint tendering.tender tender_org_id_id_shown_key UNIQUE (org_id, id, shown)
constraint tendering.tender tender_org_id_number_key UNIQUE (org_id, number)
constraint tendering.tender tender_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365)))
constraint tendering.tender tender_pkey PRIMARY KEY (org_id, id)
constraint tendering.tender tender_procedure_check CHECK ((procedure = ANY (ARRAY['OPEN'::text, 'SELECTIVE'::text, 'SINGLE_SOURCE'::text])))
constraint tendering.tender tender_public_check CHECK (((NOT is_public) OR (procedure = 'OPEN'::text)))
constraint tendering.tender tender_push_hours_check CHECK (((push_hours >= 0) AND (push_hours <= 240)))
constraint tendering.tender tender_quality_min_check CHECK (((quality_min >= (0)::numeric) AND (quality_min <= (1)::numeric)))
constraint tendering.tender tender_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.tender tender_single_reason_check CHECK (((length(single_reason) >= 1) AND (length(single_reason) <= 2000)))
constraint tendering.tender tender_stagger_minutes_check CHECK (((stagger_minutes >= 0) AND (stagger_minutes <= 120)))
constraint tendering.tender tender_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
constraint tendering.tender tender_version_check CHECK ((version >= 0))
constraint tendering.tender tender_yearly_rate_check CHECK (((yearly_rate >= (0)::numeric) AND (yearly_rate <= (1)::numeric)))
constraint tendering.tender_document tender_document_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint tendering.tender_document tender_document_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.tender_document tender_document_pkey PRIMARY KEY (org_id, id)
constraint tendering.tender_document tender_document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint tendering.tender_document tender_document_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.tender_document tender_document_size_check CHECK ((size >= 0))
constraint tendering.tender_document tender_document_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
constraint tendering.tender_event tender_event_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
constraint tendering.tender_event tender_event_once_check CHECK ((length(once) <= 120))
constraint tendering.tender_event tender_event_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.tender(org_id, id)
constraint tendering.tender_event tender_event_pkey PRIMARY KEY (org_id, tender_id, seq)
constraint tendering.tender_event tender_event_seq_check CHECK ((seq > 0))
constraint tendering.tender_line tender_line_check CHECK (((target IS NULL) = (target_basis IS NULL)))
constraint tendering.tender_line tender_line_description_check CHECK (((length(description) >= 1) AND (length(description) <= 2000)))
constraint tendering.tender_line tender_line_number_check CHECK (((length(number) >= 1) AND (length(number) <= 36)))
constraint tendering.tender_line tender_line_org_id_tender_id_id_key UNIQUE (org_id, tender_id, id)
constraint tendering.tender_line tender_line_org_id_tender_id_lot_id_fkey FOREIGN KEY (org_id, tender_id, lot_id) REFERENCES tendering.lot(org_id, tender_id, id) ON DELETE CASCADE
constraint tendering.tender_line tender_line_org_id_tender_id_shown_fkey FOREIGN KEY (org_id, tender_id, shown) REFERENCES tendering.tender(org_id, id, shown) ON UPDATE CASCADE ON DELETE CASCADE
constraint tendering.tender_line tender_line_part_id_fkey FOREIGN KEY (part_id) REFERENCES catalog.part(id)
constraint tendering.tender_line tender_line_part_number_check CHECK (((length(part_number) >= 1) AND (length(part_number) <= 70)))
constraint tendering.tender_line tender_line_pkey PRIMARY KEY (org_id, id)
constraint tendering.tender_line tender_line_position_check CHECK (("position" > 0))
constraint tendering.tender_line tender_line_quantity_check CHECK (((quantity > (0)::numeric) AND ((scale(quantity) <= 10) AND (abs(quantity) < '10000000000000'::numeric))))
constraint tendering.tender_line tender_line_revision_check CHECK ((length(revision) <= 40))
constraint tendering.tender_line tender_line_shown_check CHECK ((shown = ANY (ARRAY['DRAFT'::text, 'INVITED'::text, 'OPEN'::text])))
constraint tendering.tender_line tender_line_target_basis_check CHECK (((target_basis > (0)::numeric) AND ((scale(target_basis) <= 10) AND (abs(target_basis) < '10000000000000'::numeric))))
constraint tendering.tender_line tender_line_target_check CHECK (((target > (0)::numeric) AND ((scale(target) <= 10) AND (abs(target) < '10000000000000'::numeric))))
constraint tendering.tender_line tender_line_unit_check CHECK (((length(unit) >= 2) AND (length(unit) <= 3)))
constraint tendering.tender_private tender_private_budget_check CHECK (((budget > (0)::numeric) AND ((scale(budget) <= 10) AND (abs(budget) < '10000000000000'::numeric))))
constraint tendering.tender_private tender_private_cost_reference_check CHECK ((length(cost_reference) <= 100))
constraint tendering.tender_private tender_private_internal_note_check CHECK ((length(internal_note) <= 4000))
constraint tendering.tender_private tender_private_org_id_tender_id_fkey FOREIGN KEY (org_id, tender_id) REFERENCES tendering.tender(org_id, id) ON DELETE CASCADE
constraint tendering.tender_private tender_private_pkey PRIMARY KEY (org_id, tender_id)
CREATE UNIQUE INDEX class_mapping_pkey ON catalog.class_mapping USING btree (from_system, from_version, from_code, to_system, to_version, to_code)
CREATE INDEX class_mapping_to ON catalog.class_mapping USING btree (to_system, to_version, to_code)
CREATE INDEX classification_parent ON catalog.classification USING btree (system, version, parent)
CREATE UNIQUE INDEX classification_pkey ON catalog.classification USING btree (system, version, code)
CREATE UNIQUE INDEX classification_release_current ON catalog.classification_release USING btree (system) WHERE current
CREATE INDEX classification_release_loaded_by ON catalog.classification_release USING btree (loaded_by)
CREATE UNIQUE INDEX classification_release_pkey ON catalog.classification_release USING btree (system, version)
CREATE INDEX common_alias_key ON catalog.common_alias USING btree (key)
CREATE UNIQUE INDEX common_alias_kind_number_part_id_key ON catalog.common_alias USING btree (kind, number, part_id)
CREATE INDEX common_alias_part ON catalog.common_alias USING btree (part_id)
CREATE UNIQUE INDEX common_alias_pkey ON catalog.common_alias USING btree (id)
CREATE INDEX common_alias_set_by ON catalog.common_alias USING btree (set_by)
CREATE UNIQUE INDEX identity_correction_from ON catalog.identity_correction USING btree (from_part, COALESCE(supplier_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (undone_at IS NULL)
CREATE INDEX identity_correction_from_part ON catalog.identity_correction USING btree (from_part)
CREATE INDEX identity_correction_made_by ON catalog.identity_correction USING btree (made_by)
CREATE UNIQUE INDEX identity_correction_pkey ON catalog.identity_correction USING btree (id)
CREATE INDEX identity_correction_supplier ON catalog.identity_correction USING btree (supplier_id)
CREATE INDEX identity_correction_to ON catalog.identity_correction USING btree (to_part) WHERE (undone_at IS NULL)
CREATE INDEX identity_correction_to_part ON catalog.identity_correction USING btree (to_part)
CREATE INDEX identity_correction_undone_by ON catalog.identity_correction USING btree (undone_by)
CREATE INDEX interchange_approval_link ON catalog.interchange_approval USING btree (link_org, link_id)
CREATE INDEX interchange_approval_maker ON catalog.interchange_approval USING btree (org_id, maker_id)
CREATE UNIQUE INDEX interchange_approval_once ON catalog.interchange_approval USING btree (org_id, link_org, link_id, kind, maker_id, fleet, valid_from) NULLS NOT DISTINCT WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX interchange_approval_pkey ON catalog.interchange_approval USING btree (org_id, id)
CREATE UNIQUE INDEX interchange_code_pkey ON catalog.interchange_code USING btree (list, version, code)
CREATE INDEX interchange_link_from ON catalog.interchange_link USING btree (from_part, meaning)
CREATE INDEX interchange_link_maker ON catalog.interchange_link USING btree (org_id, maker_id)
CREATE UNIQUE INDEX interchange_link_once ON catalog.interchange_link USING btree (org_id, from_part, to_part, code, effective_from) WHERE ((withdrawn_at IS NULL) AND (to_part IS NOT NULL))
CREATE UNIQUE INDEX interchange_link_org_id_id_visibility_key ON catalog.interchange_link USING btree (org_id, id, visibility)
CREATE UNIQUE INDEX interchange_link_pkey ON catalog.interchange_link USING btree (org_id, id)
CREATE UNIQUE INDEX interchange_link_set_once ON catalog.interchange_link USING btree (org_id, from_part, set_number, effective_from) NULLS NOT DISTINCT WHERE ((withdrawn_at IS NULL) AND (to_part IS NULL))
CREATE INDEX interchange_link_to ON catalog.interchange_link USING btree (to_part, meaning)
CREATE INDEX interchange_member_link ON catalog.interchange_member USING btree (org_id, link_id, visibility)
CREATE INDEX interchange_member_part ON catalog.interchange_member USING btree (part_id)
CREATE UNIQUE INDEX interchange_member_pkey ON catalog.interchange_member USING btree (org_id, link_id, part_id)
CREATE UNIQUE INDEX manufacturer_code_kind_code_key ON catalog.manufacturer USING btree (code_kind, code)
CREATE INDEX manufacturer_merged_into ON catalog.manufacturer USING btree (merged_into)
CREATE INDEX manufacturer_name ON catalog.manufacturer USING btree (name, id)
CREATE UNIQUE INDEX manufacturer_pkey ON catalog.manufacturer USING btree (id)
CREATE INDEX manufacturer_successor ON catalog.manufacturer USING btree (successor_id)
CREATE INDEX manufacturer_alias_manufacturer ON catalog.manufacturer_alias USING btree (manufacturer_id)
CREATE UNIQUE INDEX manufacturer_alias_pkey ON catalog.manufacturer_alias USING btree (alias)
CREATE UNIQUE INDEX manufacturer_merge_from ON catalog.manufacturer_merge USING btree (from_id) WHERE (undone_at IS NULL)
CREATE INDEX manufacturer_merge_from_id ON catalog.manufacturer_merge USING btree (from_id)
CREATE INDEX manufacturer_merge_into ON catalog.manufacturer_merge USING btree (into_id)
CREATE INDEX manufacturer_merge_made_by ON catalog.manufacturer_merge USING btree (made_by)
CREATE UNIQUE INDEX manufacturer_merge_pkey ON catalog.manufacturer_merge USING btree (id)
CREATE INDEX manufacturer_merge_undone_by ON catalog.manufacturer_merge USING btree (undone_by)
CREATE INDEX part_key ON catalog.part USING btree (key, id)
CREATE UNIQUE INDEX part_manufacturer_id_number_key ON catalog.part USING btree (manufacturer_id, number)
CREATE UNIQUE INDEX part_pkey ON catalog.part USING btree (id)
CREATE INDEX part_alias_key ON catalog.part_alias USING btree (org_id, key)
CREATE UNIQUE INDEX part_alias_org_id_number_part_id_key ON catalog.part_alias USING btree (org_id, number, part_id)
CREATE INDEX part_alias_part ON catalog.part_alias USING btree (org_id, part_id)
CREATE UNIQUE INDEX part_alias_pkey ON catalog.part_alias USING btree (org_id, id)
CREATE INDEX part_content_id ON catalog.part_content USING btree (id)
CREATE INDEX part_content_link ON catalog.part_content USING btree (checked_at) WHERE (link IS NOT NULL)
CREATE UNIQUE INDEX part_content_org_id_part_id_kind_series_language_key ON catalog.part_content USING btree (org_id, part_id, kind, series, language)
CREATE INDEX part_content_part ON catalog.part_content USING btree (part_id)
CREATE UNIQUE INDEX part_content_pkey ON catalog.part_content USING btree (org_id, id)
CREATE INDEX part_search_class ON catalog.part_search USING btree (class, key, part_id)
CREATE INDEX part_search_classes ON catalog.part_search USING gin (classes)
CREATE INDEX part_search_key ON catalog.part_search USING gin (key public.gin_trgm_ops)
CREATE UNIQUE INDEX part_search_pkey ON catalog.part_search USING btree (part_id)
CREATE INDEX part_search_sample ON catalog.part_search USING gin (tsv) WHERE ((uuid_hash(part_id) & 31) = 0)
CREATE INDEX part_search_tsv ON catalog.part_search USING gin (tsv)
CREATE UNIQUE INDEX delivery_attempt_pkey ON exchange.delivery_attempt USING btree (org_id, message_id, number)
CREATE INDEX document_business_number ON exchange.document USING btree (org_id, coordinate, business_number)
CREATE UNIQUE INDEX document_cause ON exchange.document USING btree (org_id, caused_by) WHERE (caused_by IS NOT NULL)
CREATE INDEX document_counterparty ON exchange.document USING btree (org_id, counterparty_id)
CREATE INDEX document_order ON exchange.document USING btree (org_id, order_org_id, order_id)
CREATE UNIQUE INDEX document_org_id_message_id_position_key ON exchange.document USING btree (org_id, message_id, "position")
CREATE UNIQUE INDEX document_pkey ON exchange.document USING btree (org_id, id)
CREATE INDEX message_control_number ON exchange.message USING btree (org_id, direction, sender, control_number) WHERE (control_number IS NOT NULL)
CREATE INDEX message_newest ON exchange.message USING btree (org_id, created_at, id)
CREATE UNIQUE INDEX message_pkey ON exchange.message USING btree (org_id, id)
CREATE INDEX message_profile ON exchange.message USING btree (org_id, profile_id)
CREATE INDEX message_sent_id ON exchange.message USING btree (org_id, transport_id) WHERE ((direction = 'OUT'::text) AND (transport_id IS NOT NULL))
CREATE INDEX message_sha256 ON exchange.message USING btree (org_id, direction, sha256)
CREATE INDEX message_state ON exchange.message USING btree (org_id, state, created_at, id)
CREATE UNIQUE INDEX message_transport_id ON exchange.message USING btree (org_id, direction, transport, sender, transport_id) NULLS NOT DISTINCT WHERE ((direction = 'IN'::text) AND (transport_id IS NOT NULL))
CREATE UNIQUE INDEX message_body_pkey ON exchange.message_body USING btree (org_id, message_id)
CREATE INDEX partner_identity_counterparty ON exchange.partner_identity USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX partner_identity_pkey ON exchange.partner_identity USING btree (org_id, scheme, value)
CREATE UNIQUE INDEX partner_profile_org_id_role_key ON exchange.partner_profile USING btree (org_id, role)
CREATE UNIQUE INDEX partner_profile_pkey ON exchange.partner_profile USING btree (org_id, id)
CREATE UNIQUE INDEX api_key_pkey ON organizations.api_key USING btree (org_id, id)
CREATE UNIQUE INDEX api_key_prefix ON organizations.api_key USING btree (org_id, prefix)
CREATE UNIQUE INDEX api_key_secret_org_id_key_id_key ON organizations.api_key_secret USING btree (org_id, key_id)
CREATE UNIQUE INDEX api_key_secret_pkey ON organizations.api_key_secret USING btree (prefix)
CREATE INDEX break_glass_operator ON organizations.break_glass USING btree (operator_id, opened_at DESC)
CREATE INDEX break_glass_person ON organizations.break_glass USING btree (person_id)
CREATE UNIQUE INDEX break_glass_pkey ON organizations.break_glass USING btree (id)
CREATE INDEX break_glass_session ON organizations.break_glass USING btree (session_id)
CREATE INDEX break_glass_target ON organizations.break_glass USING btree (target_id)
CREATE UNIQUE INDEX default_role_pkey ON organizations.default_role USING btree (kind, name)
CREATE UNIQUE INDEX invitation_pending ON organizations.invitation USING btree (org_id, email) WHERE (status = 'PENDING'::text)
CREATE UNIQUE INDEX invitation_pkey ON organizations.invitation USING btree (org_id, id)
CREATE UNIQUE INDEX known_place_pkey ON organizations.known_place USING btree (person_id, place)
CREATE UNIQUE INDEX member_org_id_person_id_key ON organizations.member USING btree (org_id, person_id)
CREATE UNIQUE INDEX member_pkey ON organizations.member USING btree (org_id, id)
CREATE UNIQUE INDEX membership_org_id_member_id_key ON organizations.membership USING btree (org_id, member_id)
CREATE INDEX membership_person ON organizations.membership USING btree (person_id)
CREATE UNIQUE INDEX membership_pkey ON organizations.membership USING btree (org_id, person_id)
CREATE INDEX one_time_token_org ON organizations.one_time_token USING btree (org_id, subject_id)
CREATE INDEX one_time_token_person ON organizations.one_time_token USING btree (person_id, purpose)
CREATE UNIQUE INDEX one_time_token_pkey ON organizations.one_time_token USING btree (hash)
CREATE UNIQUE INDEX organization_cage_key ON organizations.organization USING btree (cage)
CREATE UNIQUE INDEX organization_duns_key ON organizations.organization USING btree (duns)
CREATE UNIQUE INDEX organization_gln_key ON organizations.organization USING btree (gln)
CREATE INDEX organization_name ON organizations.organization USING btree (name, id)
CREATE UNIQUE INDEX organization_peppol_id_key ON organizations.organization USING btree (peppol_id)
CREATE UNIQUE INDEX organization_pkey ON organizations.organization USING btree (id)
CREATE INDEX partnership_counterparty ON organizations.partnership USING btree (counterparty_id, org_id)
CREATE UNIQUE INDEX partnership_pkey ON organizations.partnership USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX partnership_tolerance_pkey ON organizations.partnership_tolerance USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX person_email_key ON organizations.person USING btree (email)
CREATE UNIQUE INDEX person_pkey ON organizations.person USING btree (id)
CREATE UNIQUE INDEX role_org_id_name_key ON organizations.role USING btree (org_id, name)
CREATE UNIQUE INDEX role_pkey ON organizations.role USING btree (org_id, id)
CREATE INDEX session_member ON organizations.session USING btree (org_id, member_id)
CREATE INDEX session_person ON organizations.session USING btree (person_id)
CREATE UNIQUE INDEX session_pkey ON organizations.session USING btree (id)
CREATE UNIQUE INDEX session_token_pkey ON organizations.session_token USING btree (hash)
CREATE INDEX session_token_session ON organizations.session_token USING btree (session_id)
CREATE UNIQUE INDEX site_org_id_code_key ON organizations.site USING btree (org_id, code)
CREATE UNIQUE INDEX site_pkey ON organizations.site USING btree (org_id, id)
CREATE UNIQUE INDEX audit_event_pkey ON platform.audit_event USING btree (org_id, id)
CREATE INDEX audit_event_seq ON platform.audit_event USING btree (org_id, seq)
CREATE INDEX audit_event_subject ON platform.audit_event USING btree (org_id, subject, seq)
CREATE UNIQUE INDEX counter_pkey ON platform.counter USING btree (org_id, name, year)
CREATE UNIQUE INDEX file_pkey ON platform.file USING btree (org_id, id)
CREATE INDEX file_sha256 ON platform.file USING btree (org_id, sha256)
CREATE UNIQUE INDEX idempotency_key_pkey ON platform.idempotency_key USING btree (org_id, actor_key, operation, key)
CREATE UNIQUE INDEX job_fence_pkey ON platform.job_fence USING btree (org_id, job_id)
CREATE UNIQUE INDEX mail_pkey ON platform.mail USING btree (id)
CREATE UNIQUE INDEX throttle_pkey ON platform.throttle USING btree (key)
CREATE UNIQUE INDEX worker_beat_pkey ON platform.worker_beat USING btree (worker_id)
CREATE INDEX alternates_consent_counterparty ON procurement.alternates_consent USING btree (counterparty_id, order_id)
CREATE INDEX alternates_consent_order ON procurement.alternates_consent USING btree (org_id, order_id, counterparty_id)
CREATE UNIQUE INDEX alternates_consent_pkey ON procurement.alternates_consent USING btree (org_id, order_id, line_id)
CREATE UNIQUE INDEX basket_org_id_owner_id_name_key ON procurement.basket USING btree (org_id, owner_id, name)
CREATE UNIQUE INDEX basket_pkey ON procurement.basket USING btree (org_id, id)
CREATE INDEX basket_line_basket ON procurement.basket_line USING btree (org_id, basket_id, "position")
CREATE INDEX basket_line_offer ON procurement.basket_line USING btree (org_id, supplier_id, offer_id)
CREATE UNIQUE INDEX basket_line_org_id_basket_id_supplier_id_offer_id_key ON procurement.basket_line USING btree (org_id, basket_id, supplier_id, offer_id)
CREATE INDEX basket_line_part ON procurement.basket_line USING btree (org_id, part_id)
CREATE UNIQUE INDEX basket_line_pkey ON procurement.basket_line USING btree (org_id, id)
CREATE UNIQUE INDEX certificate_edge_pkey ON procurement.certificate_edge USING btree (by_party, event, from_status)
CREATE INDEX certificate_file_certificate ON procurement.certificate_file USING btree (org_id, order_id, certificate_id, counterparty_id)
CREATE INDEX certificate_file_counterparty ON procurement.certificate_file USING btree (counterparty_id, id)
CREATE UNIQUE INDEX certificate_file_org_id_order_id_certificate_id_sha256_id_key ON procurement.certificate_file USING btree (org_id, order_id, certificate_id, sha256, id)
CREATE UNIQUE INDEX certificate_file_pkey ON procurement.certificate_file USING btree (org_id, order_id, id)
CREATE UNIQUE INDEX certificate_need_org_id_kind_supplier_id_key ON procurement.certificate_need USING btree (org_id, kind, supplier_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX certificate_need_pkey ON procurement.certificate_need USING btree (org_id, id)
CREATE INDEX certificate_need_supplier ON procurement.certificate_need USING btree (org_id, supplier_id)
CREATE INDEX gate_check_certificate ON procurement.gate_check USING btree (org_id, order_id, certificate_id, counterparty_id)
CREATE INDEX gate_check_counterparty ON procurement.gate_check USING btree (counterparty_id, status)
CREATE INDEX gate_check_order ON procurement.gate_check USING btree (org_id, order_id, counterparty_id)
CREATE UNIQUE INDEX gate_check_pkey ON procurement.gate_check USING btree (org_id, order_id, line_id, rule_org, rule_id)
CREATE UNIQUE INDEX gate_rule_live ON procurement.gate_rule USING btree (org_id, code) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX gate_rule_org_id_code_version_key ON procurement.gate_rule USING btree (org_id, code, version)
CREATE UNIQUE INDEX gate_rule_pkey ON procurement.gate_rule USING btree (org_id, id)
CREATE INDEX gate_rule_speaks_for ON procurement.gate_rule USING btree (speaks_for) WHERE (ended_at IS NULL)
CREATE INDEX line_certificate_counterparty ON procurement.line_certificate USING btree (counterparty_id, status)
CREATE INDEX line_certificate_order ON procurement.line_certificate USING btree (org_id, order_id, counterparty_id)
CREATE UNIQUE INDEX line_certificate_org_id_order_id_id_counterparty_id_key ON procurement.line_certificate USING btree (org_id, order_id, id, counterparty_id)
CREATE UNIQUE INDEX line_certificate_org_id_order_id_line_id_kind_provider_key ON procurement.line_certificate USING btree (org_id, order_id, line_id, kind, provider)
CREATE UNIQUE INDEX line_certificate_pkey ON procurement.line_certificate USING btree (org_id, order_id, id)
CREATE UNIQUE INDEX order_event_message ON procurement.order_event USING btree (org_id, order_id, actor_org, message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX order_event_order ON procurement.order_event USING btree (org_id, order_id, counterparty_id)
CREATE UNIQUE INDEX order_event_pkey ON procurement.order_event USING btree (org_id, order_id, seq)
CREATE INDEX order_line_offer ON procurement.order_line USING btree (counterparty_id, offer_id)
CREATE INDEX order_line_order ON procurement.order_line USING btree (org_id, order_id, counterparty_id)
CREATE UNIQUE INDEX order_line_org_id_order_id_number_key ON procurement.order_line USING btree (org_id, order_id, number)
CREATE INDEX order_line_part ON procurement.order_line USING btree (org_id, part_id)
CREATE UNIQUE INDEX order_line_pkey ON procurement.order_line USING btree (org_id, order_id, id)
CREATE UNIQUE INDEX order_private_pkey ON procurement.order_private USING btree (org_id, order_id)
CREATE UNIQUE INDEX priority_pkey ON procurement.priority USING btree (code)
CREATE UNIQUE INDEX priority_rank_key ON procurement.priority USING btree (rank)
CREATE UNIQUE INDEX priority_contact_pkey ON procurement.priority_contact USING btree (org_id, priority, level, email)
CREATE INDEX priority_policy_counterparty ON procurement.priority_policy USING btree (counterparty_id, priority)
CREATE UNIQUE INDEX priority_policy_org_id_priority_counterparty_id_key ON procurement.priority_policy USING btree (org_id, priority, counterparty_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX priority_policy_pkey ON procurement.priority_policy USING btree (org_id, id)
CREATE INDEX priority_policy_priority ON procurement.priority_policy USING btree (priority)
CREATE INDEX purchase_order_buyers_number ON procurement.purchase_order USING btree (counterparty_id, number)
CREATE INDEX purchase_order_counterparty ON procurement.purchase_order USING btree (counterparty_id, id)
CREATE UNIQUE INDEX purchase_order_org_id_id_counterparty_id_key ON procurement.purchase_order USING btree (org_id, id, counterparty_id)
CREATE UNIQUE INDEX purchase_order_org_id_number_key ON procurement.purchase_order USING btree (org_id, number)
CREATE INDEX purchase_order_partner ON procurement.purchase_order USING btree (org_id, counterparty_id, placed_at, id)
CREATE UNIQUE INDEX purchase_order_pkey ON procurement.purchase_order USING btree (org_id, id)
CREATE INDEX purchase_order_placed ON procurement.purchase_order USING btree (org_id, placed_at, id)
CREATE INDEX purchase_order_received ON procurement.purchase_order USING btree (counterparty_id, placed_at, id)
CREATE INDEX purchase_order_status ON procurement.purchase_order USING btree (org_id, status, placed_at, id)
CREATE INDEX purchase_order_supplier_number ON procurement.purchase_order USING btree (counterparty_id, supplier_number)
CREATE INDEX purchase_order_to_answer ON procurement.purchase_order USING btree (counterparty_id, status, placed_at, id)
CREATE INDEX rotable_mine ON procurement.rotable USING btree (org_id, due_at) WHERE (closed_at IS NULL)
CREATE INDEX rotable_offer ON procurement.rotable USING btree (counterparty_id, offer_id)
CREATE UNIQUE INDEX rotable_org_id_id_counterparty_id_key ON procurement.rotable USING btree (org_id, id, counterparty_id)
CREATE UNIQUE INDEX rotable_org_id_number_key ON procurement.rotable USING btree (org_id, number)
CREATE UNIQUE INDEX rotable_org_id_order_id_line_id_unit_key ON procurement.rotable USING btree (org_id, order_id, line_id, unit)
CREATE INDEX rotable_part ON procurement.rotable USING btree (org_id, part_id)
CREATE INDEX rotable_partner ON procurement.rotable USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX rotable_pkey ON procurement.rotable USING btree (org_id, id)
CREATE INDEX rotable_received ON procurement.rotable USING btree (counterparty_id, due_at) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX rotable_unit_in ON procurement.rotable USING btree (org_id, in_part, in_serial) WHERE in_open
CREATE INDEX rotable_charge_counterparty ON procurement.rotable_charge USING btree (counterparty_id, rotable_id)
CREATE UNIQUE INDEX rotable_charge_pkey ON procurement.rotable_charge USING btree (org_id, rotable_id, kind, n)
CREATE INDEX rotable_charge_rotable ON procurement.rotable_charge USING btree (org_id, rotable_id, counterparty_id)
CREATE INDEX rotable_clock_counterparty ON procurement.rotable_clock USING btree (counterparty_id, rotable_id)
CREATE INDEX rotable_clock_due ON procurement.rotable_clock USING btree (org_id, due_at) WHERE ((fired_at IS NULL) AND (settled_at IS NULL))
CREATE UNIQUE INDEX rotable_clock_pkey ON procurement.rotable_clock USING btree (org_id, rotable_id, generation, clock, mark, n)
CREATE INDEX rotable_clock_rotable ON procurement.rotable_clock USING btree (org_id, rotable_id, counterparty_id)
CREATE UNIQUE INDEX rotable_edge_pkey ON procurement.rotable_edge USING btree (kind, side, event, from_status)
CREATE INDEX rotable_event_counterparty ON procurement.rotable_event USING btree (counterparty_id, rotable_id)
CREATE UNIQUE INDEX rotable_event_pkey ON procurement.rotable_event USING btree (org_id, rotable_id, seq)
CREATE INDEX rotable_event_rotable ON procurement.rotable_event USING btree (org_id, rotable_id, counterparty_id)
CREATE UNIQUE INDEX rotable_serial_once ON procurement.rotable_serial USING btree (org_id, direction, part_number, serial) WHERE (released_at IS NULL)
CREATE UNIQUE INDEX rotable_serial_pkey ON procurement.rotable_serial USING btree (org_id, rotable_id, direction, n)
CREATE UNIQUE INDEX schedule_edge_pkey ON procurement.schedule_edge USING btree (side, event, from_status, base_status)
CREATE INDEX schedule_line_due ON procurement.schedule_line USING btree (org_id, status, ship_on) WHERE (status = ANY (ARRAY['CONFIRMED'::text, 'BACKORDERED'::text]))
CREATE INDEX schedule_line_line ON procurement.schedule_line USING btree (org_id, order_id, line_id)
CREATE INDEX schedule_line_order ON procurement.schedule_line USING btree (org_id, order_id, counterparty_id)
CREATE INDEX schedule_line_owed ON procurement.schedule_line USING btree (counterparty_id, status, ship_on)
CREATE UNIQUE INDEX schedule_line_pkey ON procurement.schedule_line USING btree (org_id, order_id, id)
CREATE INDEX urgent_clock_counterparty ON procurement.urgent_clock USING btree (counterparty_id, request_id)
CREATE INDEX urgent_clock_due ON procurement.urgent_clock USING btree (org_id, due_at) WHERE ((fired_at IS NULL) AND (settled_at IS NULL))
CREATE UNIQUE INDEX urgent_clock_pkey ON procurement.urgent_clock USING btree (org_id, request_id, generation, clock, level)
CREATE INDEX urgent_clock_request ON procurement.urgent_clock USING btree (org_id, request_id, counterparty_id)
CREATE INDEX urgent_event_counterparty ON procurement.urgent_event USING btree (counterparty_id, request_id)
CREATE UNIQUE INDEX urgent_event_pkey ON procurement.urgent_event USING btree (org_id, request_id, seq)
CREATE INDEX urgent_event_request ON procurement.urgent_event USING btree (org_id, request_id, counterparty_id)
CREATE INDEX urgent_request_offer ON procurement.urgent_request USING btree (counterparty_id, offer_id)
CREATE INDEX urgent_request_open ON procurement.urgent_request USING btree (org_id, status, opened_at)
CREATE INDEX urgent_request_order ON procurement.urgent_request USING btree (org_id, order_id)
CREATE UNIQUE INDEX urgent_request_org_id_id_counterparty_id_key ON procurement.urgent_request USING btree (org_id, id, counterparty_id)
CREATE UNIQUE INDEX urgent_request_org_id_number_key ON procurement.urgent_request USING btree (org_id, number)
CREATE INDEX urgent_request_part ON procurement.urgent_request USING btree (org_id, part_id)
CREATE INDEX urgent_request_partner ON procurement.urgent_request USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX urgent_request_pkey ON procurement.urgent_request USING btree (org_id, id)
CREATE INDEX urgent_request_priority ON procurement.urgent_request USING btree (org_id, priority)
CREATE INDEX urgent_request_received ON procurement.urgent_request USING btree (counterparty_id, status, opened_at)
CREATE INDEX watch_manufacturer ON procurement.watch USING btree (org_id, manufacturer_id)
CREATE INDEX watch_part ON procurement.watch USING btree (org_id, part_id)
CREATE INDEX watch_person ON procurement.watch USING btree (org_id, person_id)
CREATE UNIQUE INDEX watch_pkey ON procurement.watch USING btree (org_id, id)
CREATE UNIQUE INDEX watch_key_pkey ON procurement.watch_key USING btree (key, org_id, watch_id)
CREATE INDEX watch_key_watch ON procurement.watch_key USING btree (org_id, watch_id)
CREATE INDEX watch_mail_person ON procurement.watch_mail USING btree (org_id, person_id, issued_at)
CREATE UNIQUE INDEX watch_mail_pkey ON procurement.watch_mail USING btree (token_hash)
CREATE INDEX watch_notice_part ON procurement.watch_notice USING btree (org_id, part_id)
CREATE INDEX watch_notice_person ON procurement.watch_notice USING btree (org_id, person_id, id)
CREATE UNIQUE INDEX watch_notice_pkey ON procurement.watch_notice USING btree (org_id, id)
CREATE INDEX watch_notice_waiting ON procurement.watch_notice USING btree (org_id, person_id, delivery) WHERE ((mailed_at IS NULL) AND (delivery <> 'NO_MAIL'::text))
CREATE INDEX watch_state_part ON procurement.watch_state USING btree (org_id, part_id)
CREATE UNIQUE INDEX watch_state_pkey ON procurement.watch_state USING btree (org_id, watch_id, part_id)
CREATE UNIQUE INDEX watch_touch_pkey ON procurement.watch_touch USING btree (org_id, watch_id, part_id)
CREATE INDEX agreement_counterparty ON supply.agreement USING btree (counterparty_id, org_id)
CREATE UNIQUE INDEX agreement_org_id_id_counterparty_id_key ON supply.agreement USING btree (org_id, id, counterparty_id)
CREATE UNIQUE INDEX agreement_org_id_number_version_key ON supply.agreement USING btree (org_id, number, version)
CREATE UNIQUE INDEX agreement_pkey ON supply.agreement USING btree (org_id, id)
CREATE INDEX agreement_price_agreement ON supply.agreement_price USING btree (org_id, agreement_id, counterparty_id)
CREATE INDEX agreement_price_category ON supply.agreement_price USING btree (counterparty_id, org_id, category, valid_from) WHERE (category IS NOT NULL)
CREATE INDEX agreement_price_category_once ON supply.agreement_price USING gist (org_id, counterparty_id, category, daterange(valid_from, valid_to, '[]'::text))
CREATE INDEX agreement_price_item ON supply.agreement_price USING btree (org_id, offer_id)
CREATE INDEX agreement_price_offer ON supply.agreement_price USING btree (counterparty_id, offer_id, valid_from) WHERE (offer_id IS NOT NULL)
CREATE INDEX agreement_price_offer_once ON supply.agreement_price USING gist (org_id, counterparty_id, offer_id, daterange(valid_from, valid_to, '[]'::text))
CREATE UNIQUE INDEX agreement_price_pkey ON supply.agreement_price USING btree (org_id, id)
CREATE UNIQUE INDEX asking_call_pkey ON supply.asking_call USING btree (org_id, id)
CREATE INDEX asking_call_profile ON supply.asking_call USING btree (org_id, profile_id, id)
CREATE UNIQUE INDEX asking_profile_org_id_location_key ON supply.asking_profile USING btree (org_id, location)
CREATE UNIQUE INDEX asking_profile_pkey ON supply.asking_profile USING btree (org_id, id)
CREATE UNIQUE INDEX audience_org_id_name_key ON supply.audience USING btree (org_id, name)
CREATE UNIQUE INDEX audience_pkey ON supply.audience USING btree (org_id, id)
CREATE INDEX audience_member_agreement ON supply.audience_member USING btree (org_id, agreement_id, counterparty_id)
CREATE INDEX audience_member_counterparty ON supply.audience_member USING btree (counterparty_id, audience)
CREATE UNIQUE INDEX audience_member_pkey ON supply.audience_member USING btree (org_id, audience, counterparty_id, opened_by)
CREATE UNIQUE INDEX calendar_pkey ON supply.calendar USING btree (org_id, place)
CREATE UNIQUE INDEX calendar_day_pkey ON supply.calendar_day USING btree (org_id, place, day)
CREATE UNIQUE INDEX catalogue_org_id_name_key ON supply.catalogue USING btree (org_id, name)
CREATE UNIQUE INDEX catalogue_pkey ON supply.catalogue USING btree (org_id, id)
CREATE UNIQUE INDEX category_audience_pkey ON supply.category_audience USING btree (org_id, catalogue_id, category)
CREATE INDEX charge_rule_once ON supply.charge_rule USING gist (org_id, code, currency, COALESCE(category, ''::text), daterange(valid_from, valid_to, '[]'::text))
CREATE UNIQUE INDEX charge_rule_pkey ON supply.charge_rule USING btree (org_id, id)
CREATE INDEX customer_category_counterparty ON supply.customer_category USING btree (counterparty_id, org_id)
CREATE UNIQUE INDEX customer_category_pkey ON supply.customer_category USING btree (org_id, counterparty_id)
CREATE INDEX discount_rule_category ON supply.discount_rule USING btree (org_id, product_category, customer_category, valid_from)
CREATE INDEX discount_rule_once ON supply.discount_rule USING gist (org_id, customer_category, product_category, daterange(valid_from, valid_to, '[]'::text))
CREATE UNIQUE INDEX discount_rule_pkey ON supply.discount_rule USING btree (org_id, id)
CREATE UNIQUE INDEX exchange_rate_day ON supply.exchange_rate USING btree (org_id, from_currency, to_currency, valid_from) WHERE (kind = 'DAY'::text)
CREATE INDEX exchange_rate_once ON supply.exchange_rate USING gist (org_id, counterparty_id, kind, from_currency, to_currency, daterange(valid_from, valid_to, '[]'::text)) WHERE (kind <> 'DAY'::text)
CREATE INDEX exchange_rate_parties ON supply.exchange_rate USING btree (counterparty_id, org_id, from_currency, to_currency, valid_from)
CREATE UNIQUE INDEX exchange_rate_pkey ON supply.exchange_rate USING btree (org_id, id)
CREATE UNIQUE INDEX exchange_terms_pkey ON supply.exchange_terms USING btree (org_id, offer_id)
CREATE UNIQUE INDEX hold_policy_pkey ON supply.hold_policy USING btree (org_id)
CREATE UNIQUE INDEX inbound_pkey ON supply.inbound USING btree (org_id, offer_id, location, reference)
CREATE INDEX inbound_claim_counterparty ON supply.inbound_claim USING btree (counterparty_id, promise_id)
CREATE UNIQUE INDEX inbound_claim_org_id_counterparty_id_promise_id_location_re_key ON supply.inbound_claim USING btree (org_id, counterparty_id, promise_id, location, reference, kind)
CREATE UNIQUE INDEX inbound_claim_pkey ON supply.inbound_claim USING btree (org_id, id)
CREATE INDEX inbound_claim_receipt ON supply.inbound_claim USING btree (org_id, offer_id, location, reference)
CREATE UNIQUE INDEX lot_org_id_offer_id_location_lot_number_serial_number_key ON supply.lot USING btree (org_id, offer_id, location, lot_number, serial_number) NULLS NOT DISTINCT
CREATE UNIQUE INDEX lot_pkey ON supply.lot USING btree (org_id, id)
CREATE INDEX lot_certificate_id ON supply.lot_certificate USING btree (id)
CREATE UNIQUE INDEX lot_certificate_org_id_lot_id_kind_sha256_key ON supply.lot_certificate USING btree (org_id, lot_id, kind, sha256)
CREATE UNIQUE INDEX lot_certificate_pkey ON supply.lot_certificate USING btree (org_id, id)
CREATE INDEX lot_claim_counterparty ON supply.lot_claim USING btree (counterparty_id, reference)
CREATE UNIQUE INDEX lot_claim_pkey ON supply.lot_claim USING btree (org_id, lot_id, counterparty_id, reference)
CREATE INDEX lot_claim_reference ON supply.lot_claim USING btree (org_id, reference)
CREATE UNIQUE INDEX lot_code_pkey ON supply.lot_code USING btree (list, version, code)
CREATE INDEX lot_departure_counterparty ON supply.lot_departure USING btree (counterparty_id, reference)
CREATE INDEX lot_departure_lot ON supply.lot_departure USING btree (org_id, lot_id)
CREATE UNIQUE INDEX lot_departure_pkey ON supply.lot_departure USING btree (org_id, id)
CREATE INDEX lot_departure_reference ON supply.lot_departure USING btree (org_id, reference, movement)
CREATE UNIQUE INDEX managed_location_pkey ON supply.managed_location USING btree (org_id, location)
CREATE UNIQUE INDEX market_price_pkey ON supply.market_price USING btree (part_id, day)
CREATE INDEX offer_id ON supply.offer USING btree (id)
CREATE UNIQUE INDEX offer_org_id_supplier_part_catalogue_id_key ON supply.offer USING btree (org_id, supplier_part, catalogue_id)
CREATE INDEX offer_part ON supply.offer USING btree (part_id)
CREATE UNIQUE INDEX offer_pkey ON supply.offer USING btree (org_id, id)
CREATE UNIQUE INDEX offer_certificates_pkey ON supply.offer_certificates USING btree (org_id, offer_id)
CREATE INDEX offer_history_offer ON supply.offer_history USING btree (org_id, offer_id)
CREATE UNIQUE INDEX offer_history_pkey ON supply.offer_history USING btree (org_id, catalogue_id, offer_id, from_version)
CREATE UNIQUE INDEX part_supply_pkey ON supply.part_supply USING btree (part_id)
CREATE UNIQUE INDEX price_break_pkey ON supply.price_break USING btree (org_id, offer_id, from_quantity)
CREATE UNIQUE INDEX pricing_policy_pkey ON supply.pricing_policy USING btree (org_id)
CREATE INDEX promise_asked ON supply.promise USING btree (org_id, asked_at)
CREATE INDEX promise_counterparty ON supply.promise USING btree (counterparty_id, id)
CREATE INDEX promise_offer ON supply.promise USING btree (counterparty_id, offer_id)
CREATE INDEX promise_order_line ON supply.promise USING btree (org_id, order_line) WHERE (order_line IS NOT NULL)
CREATE UNIQUE INDEX promise_pkey ON supply.promise USING btree (org_id, id)
CREATE INDEX promise_reserved ON supply.promise USING btree (org_id, held_until) WHERE (status = 'RESERVED'::text)
CREATE UNIQUE INDEX publication_pkey ON supply.publication USING btree (org_id, catalogue_id, version)
CREATE INDEX publication_upload ON supply.publication USING btree (org_id, upload_id)
CREATE UNIQUE INDEX record_block_pkey ON supply.record_block USING btree (org_id, upload_id, block)
CREATE UNIQUE INDEX repair_terms_pkey ON supply.repair_terms USING btree (org_id, offer_id)
CREATE UNIQUE INDEX row_problem_pkey ON supply.row_problem USING btree (org_id, upload_id, line, id)
CREATE UNIQUE INDEX staged_category_pkey ON supply.staged_category USING btree (org_id, upload_id, supplier_part, category)
CREATE UNIQUE INDEX staged_change_pkey ON supply.staged_change USING btree (org_id, upload_id, change, supplier_part)
CREATE UNIQUE INDEX staged_row_pkey ON supply.staged_row USING btree (org_id, upload_id, row_no)
CREATE UNIQUE INDEX staged_same_pkey ON supply.staged_same USING btree (org_id, upload_id, block)
CREATE INDEX stock_asked ON supply.stock USING btree (org_id) WHERE ((source = 'ASKED'::text) AND (quantity > (0)::numeric))
CREATE UNIQUE INDEX stock_pkey ON supply.stock USING btree (org_id, offer_id, location)
CREATE INDEX stock_hold_holder ON supply.stock_hold USING btree (counterparty_id, holder_id, offer_id)
CREATE INDEX stock_hold_key ON supply.stock_hold USING btree (counterparty_id, idem_key)
CREATE INDEX stock_hold_live ON supply.stock_hold USING btree (counterparty_id, holder_id) WHERE (status = 'HELD'::text)
CREATE INDEX stock_hold_offer ON supply.stock_hold USING btree (org_id, offer_id, status)
CREATE UNIQUE INDEX stock_hold_org_id_counterparty_id_idem_key_line_key ON supply.stock_hold USING btree (org_id, counterparty_id, idem_key, line)
CREATE UNIQUE INDEX stock_hold_pkey ON supply.stock_hold USING btree (org_id, id)
CREATE INDEX stock_hold_supplier ON supply.stock_hold USING btree (org_id, expires_at) WHERE (status = 'HELD'::text)
CREATE INDEX stock_ledger_counterparty ON supply.stock_ledger USING btree (counterparty_id, reference)
CREATE INDEX stock_ledger_newest ON supply.stock_ledger USING btree (org_id, offer_id, location, id)
CREATE UNIQUE INDEX stock_ledger_org_id_counterparty_id_reference_movement_loca_key ON supply.stock_ledger USING btree (org_id, counterparty_id, reference, movement, location)
CREATE UNIQUE INDEX stock_ledger_pkey ON supply.stock_ledger USING btree (org_id, id)
CREATE UNIQUE INDEX transit_pkey ON supply.transit USING btree (org_id, place, country, region, method)
CREATE UNIQUE INDEX unit_terms_past_pkey ON supply.unit_terms_past USING btree (org_id, offer_id, kind)
CREATE INDEX upload_catalogue ON supply.upload USING btree (org_id, catalogue_id, id)
CREATE UNIQUE INDEX upload_pkey ON supply.upload USING btree (org_id, id)
CREATE INDEX amendment_of_tender ON tendering.amendment USING btree (tender_id)
CREATE UNIQUE INDEX amendment_pkey ON tendering.amendment USING btree (org_id, tender_id, version)
CREATE INDEX amendment_shown ON tendering.amendment USING btree (org_id, tender_id, shown)
CREATE UNIQUE INDEX arrival_pkey ON tendering.arrival USING btree (tender_org, lot_id)
CREATE INDEX auction_by_id ON tendering.auction USING btree (id)
CREATE UNIQUE INDEX auction_live ON tendering.auction USING btree (org_id, lot_id) WHERE (voided_at IS NULL)
CREATE INDEX auction_lot ON tendering.auction USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX auction_pkey ON tendering.auction USING btree (org_id, id)
CREATE UNIQUE INDEX auction_act_pkey ON tendering.auction_act USING btree (org_id, auction_id, sequence)
CREATE INDEX auction_bidder_counterparty ON tendering.auction_bidder USING btree (counterparty_id, org_id, auction_id)
CREATE UNIQUE INDEX auction_bidder_org_id_auction_id_label_key ON tendering.auction_bidder USING btree (org_id, auction_id, label)
CREATE UNIQUE INDEX auction_bidder_pkey ON tendering.auction_bidder USING btree (org_id, auction_id, counterparty_id)
CREATE INDEX auction_bidder_supplier ON tendering.auction_bidder USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX auction_file_pkey ON tendering.auction_file USING btree (org_id, auction_id)
CREATE INDEX auction_head_next ON tendering.auction_head USING btree (next_us) WHERE (next_us IS NOT NULL)
CREATE UNIQUE INDEX auction_head_pkey ON tendering.auction_head USING btree (org_id, auction_id)
CREATE UNIQUE INDEX auction_result_pkey ON tendering.auction_result USING btree (org_id, auction_id)
CREATE INDEX award_counterparty ON tendering.award USING btree (counterparty_id, tender_id)
CREATE INDEX award_lot ON tendering.award USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX award_org_id_id_counterparty_id_key ON tendering.award USING btree (org_id, id, counterparty_id)
CREATE UNIQUE INDEX award_pkey ON tendering.award USING btree (org_id, id)
CREATE INDEX award_supplier ON tendering.award USING btree (org_id, counterparty_id)
CREATE INDEX award_line_award ON tendering.award_line USING btree (org_id, award_id, counterparty_id)
CREATE INDEX award_line_counterparty ON tendering.award_line USING btree (counterparty_id, award_id)
CREATE INDEX award_line_line ON tendering.award_line USING btree (org_id, line_id)
CREATE UNIQUE INDEX award_line_pkey ON tendering.award_line USING btree (org_id, award_id, line_id)
CREATE UNIQUE INDEX award_note_pkey ON tendering.award_note USING btree (org_id, award_id)
CREATE INDEX award_note_tender ON tendering.award_note USING btree (org_id, tender_id)
CREATE UNIQUE INDEX award_scenario_pkey ON tendering.award_scenario USING btree (org_id, id)
CREATE INDEX award_scenario_tender ON tendering.award_scenario USING btree (org_id, tender_id, id)
CREATE INDEX bid_lot ON tendering.bid USING btree (org_id, counterparty_id, lot_id)
CREATE INDEX bid_of_tender ON tendering.bid USING btree (tender_id)
CREATE UNIQUE INDEX bid_org_id_id_counterparty_id_tender_id_lot_id_round_key ON tendering.bid USING btree (org_id, id, counterparty_id, tender_id, lot_id, round)
CREATE UNIQUE INDEX bid_org_id_lot_id_round_key ON tendering.bid USING btree (org_id, lot_id, round)
CREATE UNIQUE INDEX bid_pkey ON tendering.bid USING btree (org_id, id)
CREATE INDEX bid_read ON tendering.bid USING btree (counterparty_id, lot_id, round)
CREATE INDEX bid_tender ON tendering.bid USING btree (org_id, tender_id)
CREATE INDEX bid_content_bid ON tendering.bid_content USING btree (org_id, bid_id, counterparty_id, tender_id, lot_id, round)
CREATE UNIQUE INDEX bid_content_pkey ON tendering.bid_content USING btree (org_id, bid_id, envelope)
CREATE INDEX bid_content_read ON tendering.bid_content USING btree (counterparty_id, lot_id, round)
CREATE UNIQUE INDEX bid_draft_pkey ON tendering.bid_draft USING btree (org_id, lot_id, round)
CREATE INDEX bid_draft_tender ON tendering.bid_draft USING btree (org_id, tender_id)
CREATE INDEX bid_receipt_bid ON tendering.bid_receipt USING btree (org_id, bid_id, counterparty_id, tender_id, lot_id, round)
CREATE INDEX bid_receipt_of_tender ON tendering.bid_receipt USING btree (tender_id)
CREATE UNIQUE INDEX bid_receipt_pkey ON tendering.bid_receipt USING btree (org_id, bid_id, seq)
CREATE INDEX bid_receipt_read ON tendering.bid_receipt USING btree (counterparty_id, lot_id, round)
CREATE UNIQUE INDEX bid_score_pkey ON tendering.bid_score USING btree (org_id, bid_id, criterion_id, member_id)
CREATE INDEX bid_score_tender ON tendering.bid_score USING btree (org_id, tender_id, lot_id)
CREATE INDEX bid_version_bid ON tendering.bid_version USING btree (org_id, bid_id, counterparty_id, tender_id, lot_id, round)
CREATE UNIQUE INDEX bid_version_pkey ON tendering.bid_version USING btree (org_id, bid_id, seq, envelope)
CREATE UNIQUE INDEX clock_beat_pkey ON tendering.clock_beat USING btree (at)
CREATE INDEX envelope_opening_bidder ON tendering.envelope_opening USING btree (counterparty_id, tender_id)
CREATE INDEX envelope_opening_lot ON tendering.envelope_opening USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX envelope_opening_pkey ON tendering.envelope_opening USING btree (org_id, bid_id, envelope)
CREATE INDEX envelope_opening_supplier ON tendering.envelope_opening USING btree (org_id, counterparty_id)
CREATE INDEX evaluation_lot ON tendering.evaluation USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX evaluation_pkey ON tendering.evaluation USING btree (org_id, lot_id, n)
CREATE UNIQUE INDEX follower_pkey ON tendering.follower USING btree (tender_org, tender_id, org_id)
CREATE UNIQUE INDEX half_part_pkey ON tendering.half_part USING btree (org_id, lot_id, round, envelope, bid_id)
CREATE INDEX half_release_lot ON tendering.half_release USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX half_release_pkey ON tendering.half_release USING btree (org_id, lot_id, round, envelope)
CREATE INDEX handed_share_key ON tendering.handed_share USING btree (org_id, key_id)
CREATE UNIQUE INDEX handed_share_pkey ON tendering.handed_share USING btree (org_id, session_id, key_id)
CREATE INDEX held_share_key ON tendering.held_share USING btree (org_id, key_id)
CREATE UNIQUE INDEX held_share_pkey ON tendering.held_share USING btree (org_id, tender_id, key_id)
CREATE INDEX hub_half_lot ON tendering.hub_half USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX hub_half_pkey ON tendering.hub_half USING btree (org_id, lot_id, round)
CREATE INDEX hub_half_shown ON tendering.hub_half USING btree (org_id, tender_id, shown)
CREATE UNIQUE INDEX hub_secret_pkey ON tendering.hub_secret USING btree (org_id, lot_id, round)
CREATE UNIQUE INDEX interest_pkey ON tendering.interest USING btree (org_id, tender_id, member_id)
CREATE INDEX invitation_counterparty ON tendering.invitation USING btree (counterparty_id, org_id, tender_id)
CREATE UNIQUE INDEX invitation_pkey ON tendering.invitation USING btree (org_id, tender_id, counterparty_id)
CREATE INDEX invitation_supplier ON tendering.invitation USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX line_private_pkey ON tendering.line_private USING btree (org_id, line_id)
CREATE INDEX lot_by_id ON tendering.lot USING btree (id)
CREATE INDEX lot_of_tender ON tendering.lot USING btree (tender_id)
CREATE UNIQUE INDEX lot_org_id_tender_id_id_key ON tendering.lot USING btree (org_id, tender_id, id)
CREATE UNIQUE INDEX lot_pkey ON tendering.lot USING btree (org_id, id)
CREATE INDEX lot_shown ON tendering.lot USING btree (org_id, tender_id, shown)
CREATE INDEX lot_round_due ON tendering.lot_round USING btree (org_id, closes_at) WHERE (closed_at IS NULL)
CREATE INDEX lot_round_lot ON tendering.lot_round USING btree (org_id, tender_id, lot_id)
CREATE UNIQUE INDEX lot_round_pkey ON tendering.lot_round USING btree (org_id, lot_id, round)
CREATE INDEX lot_round_readable ON tendering.lot_round USING btree (org_id, bids_from)
CREATE INDEX lot_round_shown ON tendering.lot_round USING btree (org_id, tender_id, shown)
CREATE INDEX notice_ocid ON tendering.notice USING btree (ocid, seq)
CREATE UNIQUE INDEX notice_org_id_ocid_seq_key ON tendering.notice USING btree (org_id, ocid, seq)
CREATE UNIQUE INDEX notice_org_id_release_id_key ON tendering.notice USING btree (org_id, release_id)
CREATE UNIQUE INDEX notice_pkey ON tendering.notice USING btree (org_id, tender_id, seq)
CREATE INDEX notice_released ON tendering.notice USING btree (released_at)
CREATE UNIQUE INDEX officer_key_org_id_public_key_key ON tendering.officer_key USING btree (org_id, public_key)
CREATE UNIQUE INDEX officer_key_pkey ON tendering.officer_key USING btree (org_id, id)
CREATE UNIQUE INDEX opening_session_pkey ON tendering.opening_session USING btree (org_id, id)
CREATE INDEX opening_session_tender ON tendering.opening_session USING btree (org_id, tender_id)
CREATE INDEX public_tender_latest ON tendering.public_tender USING btree (closes_at, tender_id)
CREATE INDEX public_tender_notice ON tendering.public_tender USING btree (org_id, tender_id, seq)
CREATE INDEX public_tender_ocid ON tendering.public_tender USING btree (ocid)
CREATE INDEX public_tender_open ON tendering.public_tender USING btree (closes_at, tender_id) WHERE (status = 'ACTIVE'::text)
CREATE UNIQUE INDEX public_tender_pkey ON tendering.public_tender USING btree (org_id, tender_id)
CREATE INDEX public_tender_words ON tendering.public_tender USING gin (words public.gin_trgm_ops)
CREATE INDEX question_by_id ON tendering.question USING btree (id)
CREATE INDEX question_lot ON tendering.question USING btree (org_id, tender_id, lot_id)
CREATE INDEX question_of_tender ON tendering.question USING btree (tender_id)
CREATE UNIQUE INDEX question_pkey ON tendering.question USING btree (org_id, id)
CREATE INDEX question_shown ON tendering.question USING btree (org_id, tender_id, shown)
CREATE UNIQUE INDEX question_asker_pkey ON tendering.question_asker USING btree (org_id, question_id)
CREATE INDEX question_asker_tender ON tendering.question_asker USING btree (org_id, tender_id)
CREATE UNIQUE INDEX receipt_key_pkey ON tendering.receipt_key USING btree (one)
CREATE INDEX round_admission_counterparty ON tendering.round_admission USING btree (counterparty_id, org_id)
CREATE UNIQUE INDEX round_admission_pkey ON tendering.round_admission USING btree (org_id, lot_id, round, counterparty_id)
CREATE INDEX round_admission_supplier ON tendering.round_admission USING btree (org_id, counterparty_id)
CREATE UNIQUE INDEX sealing_pkey ON tendering.sealing USING btree (org_id, tender_id)
CREATE INDEX sealing_shown ON tendering.sealing USING btree (org_id, tender_id, shown)
CREATE INDEX tender_by_id ON tendering.tender USING btree (id)
CREATE INDEX tender_open ON tendering.tender USING btree (published_at, id) WHERE (shown = 'OPEN'::text)
CREATE INDEX tender_open_closes ON tendering.tender USING btree (COALESCE(closes_at, 'infinity'::timestamp with time zone), id) WHERE (shown = 'OPEN'::text)
CREATE INDEX tender_open_number ON tendering.tender USING btree (number) WHERE (shown = 'OPEN'::text)
CREATE INDEX tender_open_title ON tendering.tender USING btree (title_key) WHERE (shown = 'OPEN'::text)
CREATE UNIQUE INDEX tender_org_id_id_shown_key ON tendering.tender USING btree (org_id, id, shown)
CREATE UNIQUE INDEX tender_org_id_number_key ON tendering.tender USING btree (org_id, number)
CREATE INDEX tender_own ON tendering.tender USING btree (org_id, created_at, id)
CREATE INDEX tender_own_closes ON tendering.tender USING btree (org_id, COALESCE(closes_at, 'infinity'::timestamp with time zone), id)
CREATE UNIQUE INDEX tender_pkey ON tendering.tender USING btree (org_id, id)
CREATE INDEX tender_title ON tendering.tender USING btree (org_id, title_key)
CREATE INDEX tender_document_by_id ON tendering.tender_document USING btree (id)
CREATE INDEX tender_document_of_tender ON tendering.tender_document USING btree (tender_id)
CREATE UNIQUE INDEX tender_document_pkey ON tendering.tender_document USING btree (org_id, id)
CREATE INDEX tender_document_shown ON tendering.tender_document USING btree (org_id, tender_id, shown)
CREATE UNIQUE INDEX tender_event_once ON tendering.tender_event USING btree (org_id, tender_id, once) WHERE (once IS NOT NULL)
CREATE UNIQUE INDEX tender_event_pkey ON tendering.tender_event USING btree (org_id, tender_id, seq)
CREATE INDEX tender_line_lot ON tendering.tender_line USING btree (org_id, tender_id, lot_id, "position")
CREATE UNIQUE INDEX tender_line_number ON tendering.tender_line USING btree (org_id, tender_id, number)
CREATE UNIQUE INDEX tender_line_org_id_tender_id_id_key ON tendering.tender_line USING btree (org_id, tender_id, id)
CREATE INDEX tender_line_part ON tendering.tender_line USING btree (org_id, part_id)
CREATE UNIQUE INDEX tender_line_pkey ON tendering.tender_line USING btree (org_id, id)
CREATE INDEX tender_line_shown ON tendering.tender_line USING btree (org_id, tender_id, shown)
CREATE UNIQUE INDEX tender_private_pkey ON tendering.tender_private USING btree (org_id, tender_id)
security catalog.class_mapping enable=t force=t options=
security catalog.classification enable=t force=t options=
security catalog.classification_release enable=t force=t options=
security catalog.common_alias enable=t force=t options=
security catalog.identity_correction enable=t force=t options=
security catalog.interchange_approval enable=t force=t options=
security catalog.interchange_code enable=t force=t options=
security catalog.interchange_link enable=t force=t options=
security catalog.interchange_member enable=t force=t options=
security catalog.manufacturer enable=t force=t options=
security catalog.manufacturer_alias enable=t force=t options=
security catalog.manufacturer_merge enable=t force=t options=
security catalog.part enable=t force=t options=
security catalog.part_alias enable=t force=t options=
security catalog.part_content enable=t force=t options=
security catalog.part_search enable=t force=t options=
security exchange.delivery_attempt enable=t force=t options=
security exchange.document enable=t force=t options=
security exchange.message enable=t force=t options=
security exchange.message_body enable=t force=t options=
security exchange.partner_identity enable=t force=t options=
security exchange.partner_profile enable=t force=t options=
security organizations.api_key enable=t force=t options=
security organizations.api_key_secret enable=t force=t options=
security organizations.break_glass enable=t force=t options=
security organizations.default_role enable=t force=t options=
security organizations.invitation enable=t force=t options=
security organizations.known_place enable=t force=t options=
security organizations.member enable=t force=t options=
security organizations.membership enable=t force=t options=
security organizations.one_time_token enable=t force=t options=
security organizations.organization enable=t force=t options=
security organizations.partnership enable=t force=t options=
security organizations.partnership_tolerance enable=t force=t options=
security organizations.person enable=t force=t options=
security organizations.role enable=t force=t options=
security organizations.session enable=t force=t options=
security organizations.session_token enable=t force=t options=
security organizations.site enable=t force=t options=
security platform.audit_event enable=t force=t options=
security platform.counter enable=t force=t options=
security platform.file enable=t force=t options=
security platform.idempotency_key enable=t force=t options=
security platform.job_fence enable=t force=t options=
security platform.mail enable=t force=t options=
security platform.throttle enable=t force=t options=
security platform.worker_beat enable=t force=t options=
security procurement.alternates_consent enable=t force=t options=
security procurement.basket enable=t force=t options=
security procurement.basket_line enable=t force=t options=
security procurement.certificate_edge enable=t force=t options=
security procurement.certificate_file enable=t force=t options=
security procurement.certificate_need enable=t force=t options=
security procurement.gate_check enable=t force=t options=
security procurement.gate_rule enable=t force=t options=
security procurement.line_certificate enable=t force=t options=
security procurement.order_event enable=t force=t options=
security procurement.order_line enable=t force=t options=
security procurement.order_private enable=t force=t options=
security procurement.priority enable=t force=t options=
security procurement.priority_contact enable=t force=t options=
security procurement.priority_policy enable=t force=t options=
security procurement.purchase_order enable=t force=t options=
security procurement.rotable enable=t force=t options=
security procurement.rotable_charge enable=t force=t options=
security procurement.rotable_clock enable=t force=t options=
security procurement.rotable_edge enable=t force=t options=
security procurement.rotable_event enable=t force=t options=
security procurement.rotable_serial enable=t force=t options=
security procurement.schedule_edge enable=t force=t options=
security procurement.schedule_line enable=t force=t options=
security procurement.urgent_clock enable=t force=t options=
security procurement.urgent_event enable=t force=t options=
security procurement.urgent_request enable=t force=t options=
security procurement.watch enable=t force=t options=
security procurement.watch_key enable=t force=t options=
security procurement.watch_mail enable=t force=t options=
security procurement.watch_notice enable=t force=t options=
security procurement.watch_state enable=t force=t options=
security procurement.watch_touch enable=t force=t options=
security supply.agreement enable=t force=t options=
security supply.agreement_price enable=t force=t options=
security supply.asking_call enable=t force=t options=
security supply.asking_profile enable=t force=t options=
security supply.audience enable=t force=t options=
security supply.audience_member enable=t force=t options=
security supply.calendar enable=t force=t options=
security supply.calendar_day enable=t force=t options=
security supply.catalogue enable=t force=t options=
security supply.category_audience enable=t force=t options=
security supply.charge_rule enable=t force=t options=
security supply.customer_category enable=t force=t options=
security supply.discount_rule enable=t force=t options=
security supply.exchange_rate enable=t force=t options=
security supply.exchange_terms enable=t force=t options=
security supply.hold_policy enable=t force=t options=
security supply.inbound enable=t force=t options=
security supply.inbound_claim enable=t force=t options=
security supply.lot enable=t force=t options={fillfactor=85}
security supply.lot_certificate enable=t force=t options=
security supply.lot_claim enable=t force=t options=
security supply.lot_code enable=t force=t options=
security supply.lot_departure enable=t force=t options=
security supply.managed_location enable=t force=t options=
security supply.market_price enable=t force=t options=
security supply.offer enable=t force=t options={fillfactor=90}
security supply.offer_certificates enable=t force=t options=
security supply.offer_history enable=t force=t options=
security supply.part_supply enable=t force=t options={fillfactor=80}
security supply.price_break enable=t force=t options=
security supply.pricing_policy enable=t force=t options=
security supply.promise enable=t force=t options=
security supply.publication enable=t force=t options=
security supply.record_block enable=t force=t options=
security supply.repair_terms enable=t force=t options=
security supply.row_problem enable=t force=t options=
security supply.staged_category enable=t force=t options=
security supply.staged_change enable=t force=t options=
security supply.staged_row enable=t force=t options=
security supply.staged_same enable=t force=t options=
security supply.stock enable=t force=t options={fillfactor=85}
security supply.stock_hold enable=t force=t options={fillfactor=85}
security supply.stock_ledger enable=t force=t options=
security supply.transit enable=t force=t options=
security supply.unit_terms_past enable=t force=t options=
security supply.upload enable=t force=t options=
security tendering.amendment enable=t force=t options=
security tendering.arrival enable=t force=t options=
security tendering.auction enable=t force=t options=
security tendering.auction_act enable=t force=t options=
security tendering.auction_bidder enable=t force=t options=
security tendering.auction_file enable=t force=t options=
security tendering.auction_head enable=t force=t options=
security tendering.auction_result enable=t force=t options=
security tendering.award enable=t force=t options=
security tendering.award_line enable=t force=t options=
security tendering.award_note enable=t force=t options=
security tendering.award_scenario enable=t force=t options=
security tendering.bid enable=t force=t options=
security tendering.bid_content enable=t force=t options=
security tendering.bid_draft enable=t force=t options=
security tendering.bid_receipt enable=t force=t options=
security tendering.bid_score enable=t force=t options=
security tendering.bid_version enable=t force=t options=
security tendering.clock_beat enable=t force=t options=
security tendering.envelope_opening enable=t force=t options=
security tendering.evaluation enable=t force=t options=
security tendering.follower enable=t force=t options=
security tendering.half_part enable=t force=t options=
security tendering.half_release enable=t force=t options=
security tendering.handed_share enable=t force=t options=
security tendering.held_share enable=t force=t options=
security tendering.hub_half enable=t force=t options=
security tendering.hub_secret enable=t force=t options=
security tendering.interest enable=t force=t options=
security tendering.invitation enable=t force=t options=
security tendering.line_private enable=t force=t options=
security tendering.lot enable=t force=t options=
security tendering.lot_round enable=t force=t options=
security tendering.notice enable=t force=t options=
security tendering.officer_key enable=t force=t options=
security tendering.opening_session enable=t force=t options=
security tendering.public_tender enable=t force=t options=
security tendering.question enable=t force=t options=
security tendering.question_asker enable=t force=t options=
security tendering.receipt_key enable=t force=t options=
security tendering.round_admission enable=t force=t options=
security tendering.sealing enable=t force=t options=
security tendering.tender enable=t force=t options=
security tendering.tender_document enable=t force=t options=
security tendering.tender_event enable=t force=t options=
security tendering.tender_line enable=t force=t options=
security tendering.tender_private enable=t force=t options=
policy catalog.class_mapping definer for * to entrepot_definer using (true) with check (true)
policy catalog.class_mapping everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.classification definer for * to entrepot_definer using (true) with check (true)
policy catalog.classification everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.classification_release definer for * to entrepot_definer using (true) with check (true)
policy catalog.classification_release everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.common_alias definer for * to entrepot_definer using (true) with check (true)
policy catalog.common_alias everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.identity_correction definer for * to entrepot_definer using (true) with check (true)
policy catalog.identity_correction everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.interchange_approval market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (kind = 'MANUFACTURER'::text))) with check ()
policy catalog.interchange_approval owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM catalog.interchange_link l
  WHERE ((l.org_id = interchange_approval.link_org) AND (l.id = interchange_approval.link_id)))) AND ((kind <> 'MANUFACTURER'::text) OR (EXISTS ( SELECT
   FROM (catalog.manufacturer_alias x
     JOIN organizations.organization g ON ((x.alias = ('C:'::text || g.cage))))
  WHERE ((g.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (x.manufacturer_id = interchange_approval.maker_id))))) AND ((kind <> 'BUYER'::text) OR (EXISTS ( SELECT
   FROM organizations.organization g
  WHERE ((g.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ('BUYER'::text = ANY (g.roles))))))))
policy catalog.interchange_code definer for * to entrepot_definer using (true) with check (true)
policy catalog.interchange_code everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.interchange_link market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (visibility = 'MARKET'::text))) with check ()
policy catalog.interchange_link owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((asserted_as <> 'MANUFACTURER'::text) OR (EXISTS ( SELECT
   FROM (catalog.manufacturer_alias x
     JOIN organizations.organization g ON ((x.alias = ('C:'::text || g.cage))))
  WHERE ((g.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (x.manufacturer_id = interchange_link.maker_id))))) AND ((asserted_as = 'MANUFACTURER'::text) OR (EXISTS ( SELECT
   FROM organizations.organization g
  WHERE ((g.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (interchange_link.asserted_as = ANY (g.roles))))))))
policy catalog.interchange_member market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (visibility = 'MARKET'::text))) with check ()
policy catalog.interchange_member owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy catalog.manufacturer definer for * to entrepot_definer using (true) with check (true)
policy catalog.manufacturer everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.manufacturer_alias definer for * to entrepot_definer using (true) with check (true)
policy catalog.manufacturer_alias everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.manufacturer_merge definer for * to entrepot_definer using (true) with check (true)
policy catalog.manufacturer_merge everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.part definer for * to entrepot_definer using (true) with check (true)
policy catalog.part everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy catalog.part_alias owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy catalog.part_content jobs for * to entrepot_jobs using (true) with check (true)
policy catalog.part_content market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND true)) with check ()
policy catalog.part_content owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy catalog.part_search definer for * to entrepot_definer using (true) with check (true)
policy catalog.part_search everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy exchange.delivery_attempt owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy exchange.document owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy exchange.message jobs for * to entrepot_jobs using (true) with check (true)
policy exchange.message owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy exchange.message_body owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy exchange.partner_identity owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy exchange.partner_profile jobs for * to entrepot_jobs using (true) with check (true)
policy exchange.partner_profile owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.api_key definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.api_key owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.api_key_secret definer for * to entrepot_definer using (true) with check (true)
policy organizations.break_glass definer for * to entrepot_definer using (true) with check (true)
policy organizations.default_role definer for * to entrepot_definer using (true) with check (true)
policy organizations.default_role everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy organizations.invitation owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.known_place definer for * to entrepot_definer using (true) with check (true)
policy organizations.member definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.member owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.membership definer for * to entrepot_definer using (true) with check (true)
policy organizations.one_time_token definer for * to entrepot_definer using (true) with check (true)
policy organizations.organization definer for * to entrepot_definer using (true) with check (true)
policy organizations.organization everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy organizations.partnership answer for w to entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))
policy organizations.partnership parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy organizations.partnership propose for a to entrepot_definer using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))
policy organizations.partnership_tolerance owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.person definer for * to entrepot_definer using (true) with check (true)
policy organizations.role definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.role owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy organizations.session definer for * to entrepot_definer using (true) with check (true)
policy organizations.session_token definer for * to entrepot_definer using (true) with check (true)
policy organizations.site owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy platform.audit_event owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy platform.counter owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy platform.file owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy platform.idempotency_key jobs for * to entrepot_jobs using (true) with check (true)
policy platform.idempotency_key owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy platform.job_fence jobs for * to entrepot_jobs using (true) with check (true)
policy platform.job_fence owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy platform.mail definer for * to entrepot_definer using (true) with check (true)
policy platform.throttle jobs for * to entrepot_jobs using (true) with check (true)
policy platform.worker_beat jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.alternates_consent owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.alternates_consent owner_update for w to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.alternates_consent parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.basket owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.basket_line owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM supply.offer o
  WHERE ((o.org_id = basket_line.supplier_id) AND (o.id = basket_line.offer_id))))))
policy procurement.certificate_edge definer for * to entrepot_definer using (true) with check (true)
policy procurement.certificate_edge everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy procurement.certificate_file answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.certificate_file answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.certificate_file definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.certificate_file parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.certificate_need owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.gate_check answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.gate_check definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.gate_check owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (status = ANY (ARRAY['PASSED'::text, 'OPEN'::text]))))
policy procurement.gate_check parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.gate_rule market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (speaks_for <> 'BUYER'::text))) with check ()
policy procurement.gate_rule owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM organizations.organization g
  WHERE ((g.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (gate_rule.speaks_for = ANY (g.roles)))))))
policy procurement.line_certificate answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.line_certificate definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.line_certificate owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (status = ANY (ARRAY['REQUIRED'::text, 'PROMISED'::text]))))
policy procurement.line_certificate parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.order_event answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.order_event definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.order_event owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((kind = 'PLACED'::text) AND (seq = 1) AND (actor_org = org_id))))
policy procurement.order_event parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.order_line answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.order_line definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.order_line owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM supply.offer o
  WHERE ((o.org_id = order_line.counterparty_id) AND (o.id = order_line.offer_id))))))
policy procurement.order_line parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.order_private owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.priority definer for * to entrepot_definer using (true) with check (true)
policy procurement.priority everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy procurement.priority_contact owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.priority_policy market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((counterparty_id IS NULL) AND (org_id IN ( SELECT p.counterparty_id
   FROM organizations.partnership p
  WHERE ((p.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text)))))))) with check ()
policy procurement.priority_policy owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.purchase_order answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.purchase_order definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.purchase_order jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.purchase_order owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.purchase_order parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.rotable answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.rotable owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (status =
CASE kind
    WHEN 'CORE'::text THEN 'AWAITED'::text
    ELSE 'ORDERED'::text
END) AND (EXISTS ( SELECT
   FROM supply.offer o
  WHERE ((o.org_id = rotable.counterparty_id) AND (o.id = rotable.offer_id))))))
policy procurement.rotable parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.rotable_charge answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_charge definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_charge parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.rotable_clock answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_clock answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_clock definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_clock jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.rotable_clock parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.rotable_edge definer for * to entrepot_definer using (true) with check (true)
policy procurement.rotable_edge everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy procurement.rotable_event answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_event definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_event owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (kind = 'OPENED'::text) AND (seq = 1) AND (actor_org = org_id)))
policy procurement.rotable_event parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.rotable_serial definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.rotable_serial owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.schedule_edge definer for * to entrepot_definer using (true) with check (true)
policy procurement.schedule_edge everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy procurement.schedule_line answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.schedule_line answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.schedule_line definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.schedule_line owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.schedule_line parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.urgent_clock answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_clock definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_clock jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.urgent_clock owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_clock parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.urgent_event answer_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_event definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_event owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (kind = 'OPENED'::text) AND (seq = 1) AND (actor_org = org_id)))
policy procurement.urgent_event parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.urgent_request answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_request definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.urgent_request jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.urgent_request owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM supply.offer o
  WHERE ((o.org_id = urgent_request.counterparty_id) AND (o.id = urgent_request.offer_id))))))
policy procurement.urgent_request parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy procurement.watch owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.watch_key definer for * to entrepot_definer using (true) with check (true)
policy procurement.watch_mail definer for * to entrepot_definer using (true) with check (true)
policy procurement.watch_notice jobs for * to entrepot_jobs using (true) with check (true)
policy procurement.watch_notice owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.watch_state owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy procurement.watch_touch definer for * to entrepot_definer using (true) with check (true)
policy procurement.watch_touch jobs for * to entrepot_jobs using (true) with check (true)
policy supply.agreement awarded_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.agreement owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.agreement owner_update for w to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.agreement parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.agreement_price awarded_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.agreement_price owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.agreement_price owner_update for w to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.agreement_price parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.asking_call owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.asking_profile jobs for * to entrepot_jobs using (true) with check (true)
policy supply.asking_profile owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.audience owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.audience_member awarded_insert for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.audience_member owner_delete for d to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ()
policy supply.audience_member owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.audience_member owner_update for w to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.audience_member parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.calendar market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (org_id IN ( SELECT p.counterparty_id
   FROM organizations.partnership p
  WHERE ((p.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text)))) OR (org_id IN ( SELECT p.org_id
   FROM organizations.partnership p
  WHERE ((p.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text))))))) with check ()
policy supply.calendar owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.calendar_day market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (org_id IN ( SELECT p.counterparty_id
   FROM organizations.partnership p
  WHERE ((p.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text)))) OR (org_id IN ( SELECT p.org_id
   FROM organizations.partnership p
  WHERE ((p.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text))))))) with check ()
policy supply.calendar_day owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.catalogue owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.category_audience owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.charge_rule market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND true)) with check ()
policy supply.charge_rule owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.customer_category owner_delete for d to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ()
policy supply.customer_category owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.customer_category owner_update for w to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.customer_category parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.discount_rule market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id, customer_category) IN ( SELECT c.org_id,
    c.category
   FROM supply.customer_category c
  WHERE (c.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))) with check ()
policy supply.discount_rule owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.exchange_rate owner_delete for d to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ()
policy supply.exchange_rate owner_insert for a to entrepot_app using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.exchange_rate owner_update for w to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.exchange_rate parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.exchange_terms market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.exchange_terms owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.hold_policy definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.hold_policy owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.hold_policy terms for r to entrepot_definer using ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL)) with check ()
policy supply.inbound claimed for r to entrepot_definer using (((org_id, offer_id, location, reference) IN ( SELECT c.org_id,
    c.offer_id,
    c.location,
    c.reference
   FROM supply.inbound_claim c
  WHERE (c.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))) with check ()
policy supply.inbound market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.inbound move for w to entrepot_definer using ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL)) with check ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL))
policy supply.inbound owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.inbound_claim move for a to entrepot_definer using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))
policy supply.inbound_claim parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.lot market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.lot move for w to entrepot_definer using ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL)) with check ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL))
policy supply.lot owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot taken for r to entrepot_definer using (((org_id, id) IN ( SELECT c.org_id,
    c.lot_id
   FROM supply.lot_claim c
  WHERE (c.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))) with check ()
policy supply.lot_certificate market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND shown AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.lot_certificate owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot_claim claim for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot_claim definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot_claim give_back for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot_claim parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.lot_code definer for * to entrepot_definer using (true) with check (true)
policy supply.lot_code everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy supply.lot_departure definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot_departure depart for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.lot_departure parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.managed_location definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.managed_location owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.market_price definer for * to entrepot_definer using (true) with check (true)
policy supply.market_price everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy supply.offer market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.offer owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.offer_certificates market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.offer_certificates owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.offer_history definer for r to entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((NOT ("row" ? 'audience'::text)) OR ((org_id, (("row" ->> 'audience'::text))::uuid) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.offer_history owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.part_supply definer for * to entrepot_definer using (true) with check (true)
policy supply.part_supply everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy supply.price_break market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.price_break owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.pricing_policy market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND true)) with check ()
policy supply.pricing_policy owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.promise definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.promise give_back for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (status = 'RELEASED'::text)))
policy supply.promise jobs for * to entrepot_jobs using (true) with check (true)
policy supply.promise owner_insert for a to entrepot_app using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT
   FROM supply.offer o
  WHERE ((o.org_id = promise.counterparty_id) AND (o.id = promise.offer_id))))))
policy supply.promise parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.publication definer for r to entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (EXISTS ( SELECT
   FROM supply.offer o
  WHERE ((o.org_id = publication.org_id) AND (o.catalogue_id = publication.catalogue_id)))))) with check ()
policy supply.publication owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.record_block owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.repair_terms market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.repair_terms owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.row_problem owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.staged_category owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.staged_change definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.staged_change owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.staged_row definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.staged_row owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.staged_same owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.stock held for r to entrepot_definer using (((org_id, offer_id, location) IN ( SELECT g.org_id,
    g.offer_id,
    g.location
   FROM supply.stock_ledger g
  WHERE (g.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))) with check ()
policy supply.stock jobs for r to entrepot_jobs using ((source = 'ASKED'::text)) with check ()
policy supply.stock market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((audience IS NULL) OR (org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, audience) IN ( SELECT m.org_id,
    m.audience
   FROM supply.audience_member m
  WHERE ((m.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((m.until IS NULL) OR (m.until >= ((transaction_timestamp() AT TIME ZONE 'UTC'::text))::date)))))))) with check ()
policy supply.stock move for w to entrepot_definer using ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL)) with check ((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL))
policy supply.stock open for a to entrepot_definer using () with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.stock owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.stock_hold end_overdue for w to entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (status = ANY (ARRAY['HELD'::text, 'EXPIRED'::text])) AND (expires_at <= clock_timestamp()))) with check (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (status = 'EXPIRED'::text) AND (expires_at <= clock_timestamp())))
policy supply.stock_hold end_own for w to entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))
policy supply.stock_hold jobs for * to entrepot_jobs using (true) with check (true)
policy supply.stock_hold move for a to entrepot_definer using () with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.stock_hold overdue for r to entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (status = ANY (ARRAY['HELD'::text, 'EXPIRED'::text])) AND (expires_at <= clock_timestamp()))) with check ()
policy supply.stock_hold parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.stock_ledger lapse for a to entrepot_definer using () with check (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND (kind = 'EXPIRE'::text) AND ((org_id, counterparty_id, offer_id, reference) IN ( SELECT h.org_id,
    h.counterparty_id,
    h.offer_id,
    ('hold:'::text || h.id)
   FROM supply.stock_hold h
  WHERE ((h.status = 'HELD'::text) AND (h.expires_at <= clock_timestamp()))))))
policy supply.stock_ledger move for a to entrepot_definer using () with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))
policy supply.stock_ledger parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy supply.transit market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (org_id IN ( SELECT p.counterparty_id
   FROM organizations.partnership p
  WHERE ((p.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text)))) OR (org_id IN ( SELECT p.org_id
   FROM organizations.partnership p
  WHERE ((p.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (p.status = 'ACTIVE'::text))))))) with check ()
policy supply.transit owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.unit_terms_past owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy supply.upload jobs for * to entrepot_jobs using (true) with check (true)
policy supply.upload owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.amendment hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.amendment market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.amendment owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.arrival definer for * to entrepot_definer using (true) with check (true)
policy tendering.auction hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.auction market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, id) IN ( SELECT b.org_id,
    b.auction_id
   FROM tendering.auction_bidder b
  WHERE (b.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))))) with check ()
policy tendering.auction owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.auction_act definer for * to entrepot_definer using (true) with check (true)
policy tendering.auction_bidder definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.auction_bidder parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy tendering.auction_file market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, auction_id) IN ( SELECT b.org_id,
    b.auction_id
   FROM tendering.auction_bidder b
  WHERE (b.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))))) with check ()
policy tendering.auction_file owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((org_id, auction_id) IN ( SELECT a.org_id,
    a.id
   FROM tendering.auction a
  WHERE ((a.sealed_at IS NOT NULL) AND (a.voided_at IS NULL))))))
policy tendering.auction_head definer for * to entrepot_definer using (true) with check (true)
policy tendering.auction_head jobs for * to entrepot_jobs using (true) with check (true)
policy tendering.auction_result market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((org_id, auction_id) IN ( SELECT b.org_id,
    b.auction_id
   FROM tendering.auction_bidder b
  WHERE (b.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))))) with check ()
policy tendering.auction_result owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((org_id, auction_id) IN ( SELECT a.org_id,
    a.id
   FROM tendering.auction a
  WHERE ((a.sealed_at IS NOT NULL) AND (a.voided_at IS NULL))))))
policy tendering.award definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.award parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy tendering.award_line definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.award_line parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy tendering.award_note definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.award_note owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.award_scenario owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id) IN ( SELECT l.org_id,
    l.id
   FROM tendering.lot l))))
policy tendering.bid market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((withdrawn_at IS NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id, round) IN ( SELECT r.org_id,
    r.lot_id,
    r.round
   FROM tendering.lot_round r
  WHERE ((r.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (r.bids_from <= clock_timestamp()) AND ((r.confidentiality = 'OPEN'::text) OR (r.closes_at <= clock_timestamp())))))) OR ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id, round) IN ( SELECT h.org_id,
    h.lot_id,
    h.round
   FROM tendering.half_release h
  WHERE (h.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))))) with check ()
policy tendering.bid owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_content hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id) IN ( SELECT l.org_id,
    l.id
   FROM tendering.lot l))))
policy tendering.bid_content market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id, round) IN ( SELECT r.org_id,
    r.lot_id,
    r.round
   FROM tendering.lot_round r
  WHERE ((r.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (r.bids_from <= clock_timestamp()) AND ((r.confidentiality = 'OPEN'::text) OR (r.closes_at <= clock_timestamp())))))) OR ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id, round, envelope) IN ( SELECT h.org_id,
    h.lot_id,
    h.round,
    h.envelope
   FROM tendering.half_release h
  WHERE (h.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.bid_content owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_draft definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_draft owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_receipt hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id) IN ( SELECT l.org_id,
    l.id
   FROM tendering.lot l))))
policy tendering.bid_receipt market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (stands AND (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((counterparty_id, lot_id, round) IN ( SELECT r.org_id,
    r.lot_id,
    r.round
   FROM tendering.lot_round r
  WHERE ((r.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND (r.bids_from <= clock_timestamp()) AND ((r.confidentiality = 'OPEN'::text) OR (r.closes_at <= clock_timestamp()))))))))) with check ()
policy tendering.bid_receipt owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_score owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_version definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.bid_version owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.clock_beat definer for * to entrepot_definer using (true) with check (true)
policy tendering.envelope_opening definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.envelope_opening parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy tendering.envelope_opening rebut_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.evaluation definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.evaluation owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.follower definer for * to entrepot_definer using (true) with check (true)
policy tendering.half_part definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.half_part owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.half_release definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.half_release owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.handed_share definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.handed_share owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.held_share definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.held_share owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.hub_half hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.hub_half market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (shown = 'OPEN'::text) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.hub_half owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.hub_secret definer for * to entrepot_definer using (true) with check (true)
policy tendering.hub_secret jobs for * to entrepot_jobs using (true) with check (true)
policy tendering.interest owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.invitation answer_update for w to entrepot_definer using ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.invitation definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.invitation parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy tendering.line_private definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.line_private owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.lot bidder_lock for w to entrepot_definer using (((shown <> 'DRAFT'::text) AND (( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.lot hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.lot market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.lot owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.lot_round hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.lot_round jobs for * to entrepot_jobs using (true) with check (true)
policy tendering.lot_round market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.lot_round owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.notice definer for * to entrepot_definer using (true) with check (true)
policy tendering.notice everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy tendering.officer_key definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.officer_key owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.opening_session definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.opening_session owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.public_tender definer for * to entrepot_definer using (true) with check (true)
policy tendering.public_tender everyone for r to entrepot_app, entrepot_definer using (true) with check ()
policy tendering.question asked for a to entrepot_definer using () with check (((org_id <> ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))))))
policy tendering.question hand for w to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.question market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))) AND ((answered_at IS NOT NULL) OR (id IN ( SELECT a.question_id
   FROM tendering.question_asker a
  WHERE (a.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))))))))) with check ()
policy tendering.question owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.question_asker definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.question_asker owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.receipt_key definer for * to entrepot_definer using (true) with check (true)
policy tendering.round_admission definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.round_admission parties for r to entrepot_app, entrepot_definer using (((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) with check ()
policy tendering.sealing hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.sealing market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR (shown = 'OPEN'::text) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.sealing owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.tender owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_document hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_document market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.tender_document owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_event definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_event owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_line hand for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_line market for r to entrepot_app, entrepot_definer using (((( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif") IS NOT NULL) AND ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")) OR ((shown = 'OPEN'::text) AND ( SELECT ('SUPPLIER'::text = ANY (o.roles))
   FROM organizations.organization o
  WHERE (o.id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))) OR ((shown = 'INVITED'::text) AND ((org_id, tender_id) IN ( SELECT i.org_id,
    i.tender_id
   FROM tendering.invitation i
  WHERE (i.counterparty_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))))))) with check ()
policy tendering.tender_line owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_private definer for * to entrepot_definer using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
policy tendering.tender_private owner for * to entrepot_app using ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif"))) with check ((org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS "nullif")))
CREATE TRIGGER tell_api_key AFTER UPDATE OF revoked_at ON organizations.api_key FOR EACH ROW WHEN ((new.revoked_at IS DISTINCT FROM old.revoked_at)) EXECUTE FUNCTION organizations.tell_revoked()
CREATE TRIGGER tell_member AFTER UPDATE OF roles, status ON organizations.member FOR EACH ROW WHEN (((new.roles IS DISTINCT FROM old.roles) OR (new.status <> old.status))) EXECUTE FUNCTION organizations.tell_member()
CREATE TRIGGER tell_card AFTER UPDATE OF status, roles ON organizations.organization FOR EACH ROW WHEN (((new.roles IS DISTINCT FROM old.roles) OR (new.status <> old.status))) EXECUTE FUNCTION organizations.tell_card()
CREATE TRIGGER tell_role AFTER DELETE OR UPDATE ON organizations.role FOR EACH ROW EXECUTE FUNCTION organizations.tell_role()
CREATE TRIGGER tell_session AFTER UPDATE OF revoked_at ON organizations.session FOR EACH ROW WHEN ((new.revoked_at IS DISTINCT FROM old.revoked_at)) EXECUTE FUNCTION organizations.tell_revoked()
CREATE CONSTRAINT TRIGGER order_line_sum AFTER INSERT OR UPDATE OF quantity ON procurement.order_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION procurement.check_schedule_sum()
CREATE CONSTRAINT TRIGGER schedule_line_sum AFTER INSERT OR DELETE OR UPDATE OF quantity ON procurement.schedule_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION procurement.check_schedule_sum()
CREATE TRIGGER inbound_keeps_claims BEFORE INSERT ON supply.inbound FOR EACH ROW EXECUTE FUNCTION supply.inbound_keeps_claims()
CREATE TRIGGER exchange_terms_follow_audience AFTER UPDATE OF audience ON supply.offer FOR EACH ROW WHEN ((old.audience IS DISTINCT FROM new.audience)) EXECUTE FUNCTION supply.exchange_terms_follow_audience()
CREATE TRIGGER follow_audience AFTER UPDATE OF audience ON supply.offer FOR EACH ROW WHEN ((old.audience IS DISTINCT FROM new.audience)) EXECUTE FUNCTION supply.follow_audience()
CREATE TRIGGER inbound_follows_audience AFTER UPDATE OF audience ON supply.offer FOR EACH ROW WHEN ((old.audience IS DISTINCT FROM new.audience)) EXECUTE FUNCTION supply.inbound_follows_audience()
CREATE TRIGGER repair_terms_follow_audience AFTER UPDATE OF audience ON supply.offer FOR EACH ROW WHEN ((old.audience IS DISTINCT FROM new.audience)) EXECUTE FUNCTION supply.repair_terms_follow_audience()
CREATE TRIGGER require_catalogue_on_insert AFTER INSERT ON supply.offer REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION supply.require_catalogue()
CREATE TRIGGER require_part_on_insert AFTER INSERT ON supply.offer REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION supply.require_part()
CREATE TRIGGER require_part_on_update AFTER UPDATE ON supply.offer REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION supply.require_part()
CREATE TRIGGER require_offer_on_insert AFTER INSERT ON supply.price_break REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION supply.require_offer()
CREATE TRIGGER require_offer_on_insert AFTER INSERT ON supply.stock REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION supply.require_offer()
CREATE TRIGGER follow_ledger AFTER INSERT ON supply.stock_ledger FOR EACH ROW WHEN ((new.reserved_delta < (0)::numeric)) EXECUTE FUNCTION supply.follow_ledger()
CREATE OR REPLACE FUNCTION catalog.alias_keys(p_key text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN (p_key ~ '^[0-9]{8,14}$'::text) THEN (ARRAY[p_key] || ARRAY(SELECT lpad(ltrim(alias_keys.p_key, '0'::text), GREATEST(length(ltrim(alias_keys.p_key, '0'::text)), n.n), '0'::text) AS lpad FROM unnest('{8,12,13,14}'::integer[]) n(n))) ELSE ARRAY[p_key] END
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.application_fit(p_applicability jsonb, p_model text, p_msn integer, p_mods text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when count(*) = 0 then 'ANY' when bool_or(f.fits) then 'MATCH' when bool_or(f.fits is null) then 'UNKNOWN' else 'MISS' end
  from jsonb_to_recordset(p_applicability) as a (model text, "msnFrom" integer, "msnTo" integer, modification text)
  cross join lateral (select (a.model is null or a.model = p_model) and (a."msnFrom" is null or p_msn >= a."msnFrom") and (a."msnTo" is null or p_msn <= a."msnTo")
    and (a.modification is null or a.modification = any (p_mods)) as fits) f $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.approval_basis(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE regexp_replace(upper(p_text), '[^A-Z]'::text, ''::text, 'g'::text) WHEN 'OEM'::text THEN 'OEM'::text WHEN 'PAH'::text THEN 'OEM'::text WHEN 'OEMPAH'::text THEN 'OEM'::text WHEN 'PMA'::text THEN 'PMA'::text WHEN 'FAAPMA'::text THEN 'PMA'::text WHEN 'TSO'::text THEN 'TSO'::text WHEN 'TSOA'::text THEN 'TSO'::text WHEN 'ETSO'::text THEN 'TSO'::text WHEN 'FAATSO'::text THEN 'TSO'::text WHEN 'STANDARD'::text THEN 'STANDARD'::text WHEN 'STANDARDPART'::text THEN 'STANDARD'::text WHEN 'STD'::text THEN 'STANDARD'::text WHEN 'COMMERCIAL'::text THEN 'COMMERCIAL'::text WHEN 'COMMERCIALPART'::text THEN 'COMMERCIAL'::text WHEN 'COTS'::text THEN 'COMMERCIAL'::text WHEN 'TEARDOWN'::text THEN 'TEARDOWN'::text WHEN 'PARTOUT'::text THEN 'TEARDOWN'::text WHEN 'DERREPAIR'::text THEN 'DER_REPAIR'::text WHEN 'DER'::text THEN 'DER_REPAIR'::text ELSE NULL::text END
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.change_manufacturer(p_id uuid, p_change jsonb, p_expected_version integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_maker catalog.manufacturer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     select m.* into v_maker from catalog.manufacturer m where m.id = p_id for update;
     if v_maker.id is null then raise exception using errcode = 'EN404', message = 'manufacturer not found'; end if;
     if v_maker.version <> p_expected_version then return 'VERSION_CONFLICT'; end if;
     update catalog.manufacturer m set name = coalesce(p_change ->> 'name', m.name), issuing_body = coalesce((p_change ->> 'issuingBody')::boolean, m.issuing_body),
       successor_id = case when p_change ? 'successorId' then (p_change ->> 'successorId')::uuid else m.successor_id end,
       succeeded_on = case when p_change ? 'successorId' then (p_change ->> 'succeededOn')::date else m.succeeded_on end, version = m.version + 1
     where m.id = p_id;
     if p_change ->> 'name' <> v_maker.name then
       perform catalog.refresh_search(array(select p.id from catalog.part p where p.manufacturer_id = p_id));
     end if;
     return 'CHANGED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.class_tree(p_parts uuid[], p_classes text[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with recursive own as (
      select u.part, split_part(u.class, ':', 1) as prefix, m[1] collate "C" as system, coalesce(m[2] collate "C", (select r.version from catalog.classification_release r where r.system = m[1] and r.current)) as version, m[3] collate "C" as code
      from unnest(p_parts, p_classes) as u (part, class) cross join lateral regexp_match(u.class, '^([^:]+?)(?:-([0-9][0-9A-Za-z.]*))?:(.*)$') as m),
    above (part, prefix, system, version, code, level) as (
      select o.part, o.prefix, o.system, o.version, o.code, 0 from own o
      union all
      select a.part, a.prefix, a.system, a.version, c.parent, a.level + 1 from above a
        join catalog.classification c on c.system = a.system and c.version = a.version and c.code = a.code where c.parent is not null and a.level < 12),
    counted as (select a.prefix, a.system, a.version, a.code, count(distinct a.part) as parts from above a group by 1, 2, 3, 4 order by parts desc, 1, 4 limit 100)
    select coalesce(jsonb_agg(jsonb_build_object('id', n.prefix || ':' || n.code, 'parent', n.prefix || ':' || c.parent, 'names', coalesce(c.names, '{}'), 'count', n.parts) order by n.prefix, n.code), '[]')
    from counted n left join catalog.classification c on c.system = n.system and c.version = n.version and c.code = n.code
  $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.classes_below(p_class text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with recursive asked as (
      select m[1] collate "C" as system, coalesce(m[2] collate "C", (select r.version from catalog.classification_release r where r.system = m[1] and r.current)) as version, m[3] collate "C" as code, split_part(p_class, ':', 1) as prefix
      from regexp_match(p_class, '^([^:]+?)(?:-([0-9][0-9A-Za-z.]*))?:(.*)$') as m),
    below (system, version, code, prefix, level) as (
      select a.system, a.version, a.code, a.prefix, 0 from asked a
      union all
      select b.system, b.version, c.code, b.prefix, b.level + 1 from below b
        join catalog.classification c on c.system = b.system and c.version = b.version and c.parent = b.code where b.level < 12),
    mapped as (
      select m.to_system as system, m.to_version as version, m.to_code as code from below b
        join catalog.class_mapping m on m.from_system = b.system and m.from_version = b.version and m.from_code = b.code
      union
      select m.from_system, m.from_version, m.from_code from below b
        join catalog.class_mapping m on m.to_system = b.system and m.to_version = b.version and m.to_code = b.code and m.relation = 'SAME'),
    mapped_below (system, version, code, level) as (
      select m.system, m.version, m.code, 0 from mapped m
      union all
      select b.system, b.version, c.code, b.level + 1 from mapped_below b
        join catalog.classification c on c.system = b.system and c.version = b.version and c.parent = b.code where b.level < 12)
    select coalesce(array_agg(distinct k.key), array[p_class]) from (
      select b.prefix || ':' || b.code as key from below b
      union select u.key from mapped_below b cross join lateral (values (b.system || ':' || b.code), (b.system || '-' || b.version || ':' || b.code)) as u (key)) k
  $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.end_common_alias(p_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_part uuid;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'common numbers are the operator''s'; end if;
     -- What held on earlier days stays readable; what was noted today never held.
     delete from catalog.common_alias a where a.id = p_id and a.valid_from >= current_date returning a.part_id into v_part;
     if not found then
       update catalog.common_alias a set valid_to = least(coalesce(a.valid_to, current_date - 1), current_date - 1) where a.id = p_id returning a.part_id into v_part;
     end if;
     return v_part;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.han_pairs(p_text text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    declare
      v_run text;
      v_pairs text := '';
    begin
      for v_run in select r.run[1] from regexp_matches(p_text, '[㐀-䶿一-鿿豈-﫿]+', 'g') as r (run) loop
        -- The last character stands alone, so that a question of one character finds it as the beginning of a word.
        for i in 1 .. length(v_run) loop
          v_pairs := v_pairs || ' ' || substr(v_run, i, 2);
        end loop;
      end loop;
      return ltrim(v_pairs);
    end
  $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.identify_parts(p_upload uuid)
 RETURNS TABLE(manufacturers integer, parts integer, described integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
    v_rank smallint;
    v_own text;
    v_own_maker uuid;
    v_ms bigint := extract(epoch from clock_timestamp()) * 1000;
  begin
    if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
    select case when 'OPERATOR' = any (o.roles) then 2 else 1 end, 'C:' || o.cage into v_rank, v_own from organizations.organization o where o.id = v_org;
    perform set_config('work_mem', '128MB', true);
    drop table if exists pg_temp.named_part;

    -- One claim per identity: the first row of the file that names it. Staging has no statistics: row by row it would be read once per row.
    perform set_config('enable_nestloop', 'off', true);
    create temp table part_claim on commit drop as
      select distinct on (s.maker, s.part_number) s.maker, s.maker_name, s.part_number, s.name, s.order_unit, s.approval_basis, s.details
      from supply.staged_change ch join supply.staged_row s on s.org_id = ch.org_id and s.upload_id = ch.upload_id and s.row_no = ch.row_no
      where ch.org_id = v_org and ch.upload_id = p_upload and ch.change in ('NEW', 'CHANGED')
      order by s.maker, s.part_number, s.row_no;
    analyze part_claim (maker, part_number);
    perform set_config('enable_nestloop', 'on', true);

    with unknown as (
      select c.maker, max(c.maker_name) as maker_name from part_claim c
      where not exists (select from catalog.manufacturer_alias a where a.alias = c.maker) group by c.maker order by c.maker),
    made as (
      insert into catalog.manufacturer (code_kind, code, name, cages)
      select case when u.maker ~ '^N:' then 'NAME' when u.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then 'CAGE' else 'CODE' end, substr(u.maker, 3), coalesce(u.maker_name, substr(u.maker, 3)),
        case when u.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then array[substr(u.maker, 3)] else '{}' end
      from unknown u on conflict (code_kind, code) do nothing returning 1)
    select count(*) into manufacturers from made;
    insert into catalog.manufacturer_alias (alias, manufacturer_id)
      select u.maker, m.id from (
        select c.maker from part_claim c where not exists (select from catalog.manufacturer_alias a where a.alias = c.maker) group by c.maker) u
      join catalog.manufacturer m on m.code = substr(u.maker, 3) and m.code_kind = case when u.maker ~ '^N:' then 'NAME' when u.maker ~ '^C:[0-9A-HJ-NP-Z]{5}$' then 'CAGE' else 'CODE' end
      order by 1 on conflict (alias) do nothing;

    -- What each name of the file means, found or made; the publication that called reads it too.
    select a.manufacturer_id into v_own_maker from catalog.manufacturer_alias a where a.alias = v_own;
    create temp table named_part on commit drop as
      select c.maker, c.part_number, a.manufacturer_id, coalesce(p.id, encode(overlay(uuid_send(gen_random_uuid()) placing int8send(((v_ms + row_number() over () / 4096) << 16) | 28672 | (row_number() over () % 4096)) from 1 for 8), 'hex')::uuid) as id, p.id is null as fresh,
        case when a.manufacturer_id = v_own_maker then 3 else v_rank end::smallint as rank
      from part_claim c join catalog.manufacturer_alias a on a.alias = c.maker
      left join catalog.part p on p.manufacturer_id = a.manufacturer_id and p.number = c.part_number;
    -- Read here alone.
    analyze named_part;
    -- Sorted, so that two catalogues publishing the same parts wait and never deadlock.
    insert into catalog.part (id, manufacturer_id, number, key, name, names, description, unit, unspsc, ata, classifications, shelf_life_days, hazmat, approval_basis, un_number, hazard_class, packing_group, shelf_life_extendable, eccn, hs_code, life_limited, essentiality, spare_class, source_org, source_rank)
      select n.id, n.manufacturer_id, n.part_number, catalog.part_key(n.part_number), coalesce(c.name, c.part_number), coalesce(nullif(c.details -> 'names', '{}'), '{}'), c.details ->> 'description', c.order_unit, c.details ->> 'unspsc', c.details ->> 'ata', coalesce(nullif(c.details -> 'classifications', '[]'), '[]'), (c.details ->> 'shelfLifeDays')::integer, c.details ->> 'hazmat', catalog.approval_basis(c.approval_basis), c.details ->> 'unNumber', c.details ->> 'hazardClass', c.details ->> 'packingGroup', (c.details ->> 'shelfLifeExtendable')::boolean, c.details ->> 'eccn', c.details ->> 'hsCode', (c.details ->> 'lifeLimited')::boolean, c.details ->> 'essentiality', c.details ->> 'spareClass', v_org, n.rank
      from named_part n join part_claim c on c.maker = n.maker and c.part_number = n.part_number
      where n.fresh order by n.manufacturer_id, n.part_number
      on conflict (manufacturer_id, number) do nothing;
    get diagnostics parts = row_count;
    -- Another catalogue was first, or the file has two names for one part: that part is meant, and its document stands.
    if parts < (select count(*) from named_part n where n.fresh) then
      update named_part n set id = p.id, fresh = false
        from catalog.part p where n.fresh and p.manufacturer_id = n.manufacturer_id and p.number = n.part_number and p.id <> n.id;
    end if;

    -- Their search documents are written by catalog.word_parts.

    described := 0;
    if exists (select from named_part n where not n.fresh) then
      create temp table part_described on commit drop as
        select p.id, k.rank, case when (k.name is not null and k.name is distinct from p.name and (p.name is null or (k.rank > coalesce((p.field_ranks ->> 'name')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'name')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.name end as name, case when (k.names is not null and case when (k.rank > coalesce((p.field_ranks ->> 'names')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'names')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)) then p.names || k.names else k.names || p.names end is distinct from p.names) then case when (k.rank > coalesce((p.field_ranks ->> 'names')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'names')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)) then p.names || k.names else k.names || p.names end end as names, case when (k.description is not null and k.description is distinct from p.description and (p.description is null or (k.rank > coalesce((p.field_ranks ->> 'description')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'description')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.description end as description, case when (k.unit is not null and k.unit is distinct from p.unit and (p.unit is null or (k.rank > coalesce((p.field_ranks ->> 'unit')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'unit')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.unit end as unit, case when (k.unspsc is not null and k.unspsc is distinct from p.unspsc and (p.unspsc is null or (k.rank > coalesce((p.field_ranks ->> 'unspsc')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'unspsc')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.unspsc end as unspsc, case when (k.ata is not null and k.ata is distinct from p.ata and (p.ata is null or (k.rank > coalesce((p.field_ranks ->> 'ata')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'ata')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.ata end as ata, case when (k.classifications is not null and k.classifications is distinct from p.classifications and (p.classifications = '[]' or (k.rank > coalesce((p.field_ranks ->> 'classifications')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'classifications')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.classifications end as classifications, case when (k.shelf_life_days is not null and k.shelf_life_days is distinct from p.shelf_life_days and (p.shelf_life_days is null or (k.rank > coalesce((p.field_ranks ->> 'shelf_life_days')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'shelf_life_days')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.shelf_life_days end as shelf_life_days, case when (k.hazmat is not null and k.hazmat is distinct from p.hazmat and (p.hazmat is null or (k.rank > coalesce((p.field_ranks ->> 'hazmat')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'hazmat')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.hazmat end as hazmat, case when (k.approval_basis is not null and k.approval_basis is distinct from p.approval_basis and (p.approval_basis is null or (k.rank > coalesce((p.field_ranks ->> 'approval_basis')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'approval_basis')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.approval_basis end as approval_basis, case when (k.un_number is not null and k.un_number is distinct from p.un_number and (p.un_number is null or (k.rank > coalesce((p.field_ranks ->> 'un_number')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'un_number')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.un_number end as un_number, case when (k.hazard_class is not null and k.hazard_class is distinct from p.hazard_class and (p.hazard_class is null or (k.rank > coalesce((p.field_ranks ->> 'hazard_class')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'hazard_class')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.hazard_class end as hazard_class, case when (k.packing_group is not null and k.packing_group is distinct from p.packing_group and (p.packing_group is null or (k.rank > coalesce((p.field_ranks ->> 'packing_group')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'packing_group')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.packing_group end as packing_group, case when (k.shelf_life_extendable is not null and k.shelf_life_extendable is distinct from p.shelf_life_extendable and (p.shelf_life_extendable is null or (k.rank > coalesce((p.field_ranks ->> 'shelf_life_extendable')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'shelf_life_extendable')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.shelf_life_extendable end as shelf_life_extendable, case when (k.eccn is not null and k.eccn is distinct from p.eccn and (p.eccn is null or (k.rank > coalesce((p.field_ranks ->> 'eccn')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'eccn')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.eccn end as eccn, case when (k.hs_code is not null and k.hs_code is distinct from p.hs_code and (p.hs_code is null or (k.rank > coalesce((p.field_ranks ->> 'hs_code')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'hs_code')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.hs_code end as hs_code, case when (k.life_limited is not null and k.life_limited is distinct from p.life_limited and (p.life_limited is null or (k.rank > coalesce((p.field_ranks ->> 'life_limited')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'life_limited')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.life_limited end as life_limited, case when (k.essentiality is not null and k.essentiality is distinct from p.essentiality and (p.essentiality is null or (k.rank > coalesce((p.field_ranks ->> 'essentiality')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'essentiality')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.essentiality end as essentiality, case when (k.spare_class is not null and k.spare_class is distinct from p.spare_class and (p.spare_class is null or (k.rank > coalesce((p.field_ranks ->> 'spare_class')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'spare_class')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)))) then k.spare_class end as spare_class
        from (select n.id, n.rank, c.name as name, nullif(c.details -> 'names', '{}') as names, c.details ->> 'description' as description, c.order_unit as unit, c.details ->> 'unspsc' as unspsc, c.details ->> 'ata' as ata, nullif(c.details -> 'classifications', '[]') as classifications, (c.details ->> 'shelfLifeDays')::integer as shelf_life_days, c.details ->> 'hazmat' as hazmat, catalog.approval_basis(c.approval_basis) as approval_basis, c.details ->> 'unNumber' as un_number, c.details ->> 'hazardClass' as hazard_class, c.details ->> 'packingGroup' as packing_group, (c.details ->> 'shelfLifeExtendable')::boolean as shelf_life_extendable, c.details ->> 'eccn' as eccn, c.details ->> 'hsCode' as hs_code, (c.details ->> 'lifeLimited')::boolean as life_limited, c.details ->> 'essentiality' as essentiality, c.details ->> 'spareClass' as spare_class
          from named_part n join part_claim c on c.maker = n.maker and c.part_number = n.part_number where not n.fresh) k
        join catalog.part p on p.id = k.id
        where (k.name is not null and k.name is distinct from p.name and (p.name is null or (k.rank > coalesce((p.field_ranks ->> 'name')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'name')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.names is not null and case when (k.rank > coalesce((p.field_ranks ->> 'names')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'names')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org)) then p.names || k.names else k.names || p.names end is distinct from p.names)
        or (k.description is not null and k.description is distinct from p.description and (p.description is null or (k.rank > coalesce((p.field_ranks ->> 'description')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'description')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.unit is not null and k.unit is distinct from p.unit and (p.unit is null or (k.rank > coalesce((p.field_ranks ->> 'unit')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'unit')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.unspsc is not null and k.unspsc is distinct from p.unspsc and (p.unspsc is null or (k.rank > coalesce((p.field_ranks ->> 'unspsc')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'unspsc')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.ata is not null and k.ata is distinct from p.ata and (p.ata is null or (k.rank > coalesce((p.field_ranks ->> 'ata')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'ata')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.classifications is not null and k.classifications is distinct from p.classifications and (p.classifications = '[]' or (k.rank > coalesce((p.field_ranks ->> 'classifications')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'classifications')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.shelf_life_days is not null and k.shelf_life_days is distinct from p.shelf_life_days and (p.shelf_life_days is null or (k.rank > coalesce((p.field_ranks ->> 'shelf_life_days')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'shelf_life_days')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.hazmat is not null and k.hazmat is distinct from p.hazmat and (p.hazmat is null or (k.rank > coalesce((p.field_ranks ->> 'hazmat')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'hazmat')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.approval_basis is not null and k.approval_basis is distinct from p.approval_basis and (p.approval_basis is null or (k.rank > coalesce((p.field_ranks ->> 'approval_basis')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'approval_basis')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.un_number is not null and k.un_number is distinct from p.un_number and (p.un_number is null or (k.rank > coalesce((p.field_ranks ->> 'un_number')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'un_number')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.hazard_class is not null and k.hazard_class is distinct from p.hazard_class and (p.hazard_class is null or (k.rank > coalesce((p.field_ranks ->> 'hazard_class')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'hazard_class')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.packing_group is not null and k.packing_group is distinct from p.packing_group and (p.packing_group is null or (k.rank > coalesce((p.field_ranks ->> 'packing_group')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'packing_group')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.shelf_life_extendable is not null and k.shelf_life_extendable is distinct from p.shelf_life_extendable and (p.shelf_life_extendable is null or (k.rank > coalesce((p.field_ranks ->> 'shelf_life_extendable')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'shelf_life_extendable')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.eccn is not null and k.eccn is distinct from p.eccn and (p.eccn is null or (k.rank > coalesce((p.field_ranks ->> 'eccn')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'eccn')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.hs_code is not null and k.hs_code is distinct from p.hs_code and (p.hs_code is null or (k.rank > coalesce((p.field_ranks ->> 'hs_code')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'hs_code')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.life_limited is not null and k.life_limited is distinct from p.life_limited and (p.life_limited is null or (k.rank > coalesce((p.field_ranks ->> 'life_limited')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'life_limited')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.essentiality is not null and k.essentiality is distinct from p.essentiality and (p.essentiality is null or (k.rank > coalesce((p.field_ranks ->> 'essentiality')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'essentiality')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))))
        or (k.spare_class is not null and k.spare_class is distinct from p.spare_class and (p.spare_class is null or (k.rank > coalesce((p.field_ranks ->> 'spare_class')::integer, p.source_rank) or k.rank = coalesce((p.field_ranks ->> 'spare_class')::integer, p.source_rank) and (k.rank > 1 or p.source_org = v_org))));
      update catalog.part p set name = coalesce(d.name, p.name), names = coalesce(d.names, p.names), description = coalesce(d.description, p.description), unit = coalesce(d.unit, p.unit), unspsc = coalesce(d.unspsc, p.unspsc), ata = coalesce(d.ata, p.ata), classifications = coalesce(d.classifications, p.classifications), shelf_life_days = coalesce(d.shelf_life_days, p.shelf_life_days), hazmat = coalesce(d.hazmat, p.hazmat), approval_basis = coalesce(d.approval_basis, p.approval_basis), un_number = coalesce(d.un_number, p.un_number), hazard_class = coalesce(d.hazard_class, p.hazard_class), packing_group = coalesce(d.packing_group, p.packing_group), shelf_life_extendable = coalesce(d.shelf_life_extendable, p.shelf_life_extendable), eccn = coalesce(d.eccn, p.eccn), hs_code = coalesce(d.hs_code, p.hs_code), life_limited = coalesce(d.life_limited, p.life_limited), essentiality = coalesce(d.essentiality, p.essentiality), spare_class = coalesce(d.spare_class, p.spare_class),
          field_ranks = p.field_ranks || jsonb_strip_nulls(jsonb_build_object('name', case when d.name is not null and d.rank > p.source_rank then d.rank end, 'names', case when d.names is not null and d.rank > p.source_rank then d.rank end, 'description', case when d.description is not null and d.rank > p.source_rank then d.rank end, 'unit', case when d.unit is not null and d.rank > p.source_rank then d.rank end, 'unspsc', case when d.unspsc is not null and d.rank > p.source_rank then d.rank end, 'ata', case when d.ata is not null and d.rank > p.source_rank then d.rank end, 'classifications', case when d.classifications is not null and d.rank > p.source_rank then d.rank end, 'shelf_life_days', case when d.shelf_life_days is not null and d.rank > p.source_rank then d.rank end, 'hazmat', case when d.hazmat is not null and d.rank > p.source_rank then d.rank end, 'approval_basis', case when d.approval_basis is not null and d.rank > p.source_rank then d.rank end, 'un_number', case when d.un_number is not null and d.rank > p.source_rank then d.rank end, 'hazard_class', case when d.hazard_class is not null and d.rank > p.source_rank then d.rank end, 'packing_group', case when d.packing_group is not null and d.rank > p.source_rank then d.rank end, 'shelf_life_extendable', case when d.shelf_life_extendable is not null and d.rank > p.source_rank then d.rank end, 'eccn', case when d.eccn is not null and d.rank > p.source_rank then d.rank end, 'hs_code', case when d.hs_code is not null and d.rank > p.source_rank then d.rank end, 'life_limited', case when d.life_limited is not null and d.rank > p.source_rank then d.rank end, 'essentiality', case when d.essentiality is not null and d.rank > p.source_rank then d.rank end, 'spare_class', case when d.spare_class is not null and d.rank > p.source_rank then d.rank end))
        from (select d0.* from part_described d0 order by d0.id) d where p.id = d.id;
      get diagnostics described = row_count;
      perform catalog.refresh_search(array(select d.id from part_described d order by d.id));
      drop table part_described;
    end if;
    drop table part_claim, named_part;
    return next;
  end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.link_standing(p_org uuid, p_link uuid, p_source uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when l.asserted_as = 'OPERATOR' then 'OPERATOR' when l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org then 'OWN'
    when l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id then 'MANUFACTURER'
    else coalesce((select case y.kind when 'MANUFACTURER' then 'MANUFACTURER_APPROVED' else 'OWN_APPROVED' end from catalog.interchange_approval y
      where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id) order by y.kind desc limit 1), 'CLAIM') end
  from (select (select nullif(current_setting('app.org', true), '')::uuid) as org, (transaction_timestamp() at time zone 'UTC')::date as day) q cross join catalog.interchange_link l join catalog.part p on p.id = p_source
  where l.org_id = p_org and l.id = p_link $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.links_to_check()
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
       select c.org_id, c.id from catalog.part_content c where c.link is not null and (c.checked_at is null or c.checked_at < now() - interval '7 days')
       order by c.checked_at nulls first, c.org_id, c.id limit 500 $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION catalog.load_class_mapping(p_between jsonb, p_rows jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_rows integer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'classifications are the operator''s'; end if;
     delete from catalog.class_mapping m where m.from_system = p_between ->> 'fromSystem' and m.from_version = p_between ->> 'fromVersion'
       and m.to_system = p_between ->> 'toSystem' and m.to_version = p_between ->> 'toVersion';
     insert into catalog.class_mapping (from_system, from_version, from_code, to_system, to_version, to_code, relation)
       select p_between ->> 'fromSystem', p_between ->> 'fromVersion', r."from", p_between ->> 'toSystem', p_between ->> 'toVersion', r."to", r.relation
       from jsonb_to_recordset(p_rows) as r ("from" text, "to" text, relation text);
     get diagnostics v_rows = row_count;
     return v_rows;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.load_classification(p_release jsonb, p_rows jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_system text := p_release ->> 'system';
     v_version text := p_release ->> 'version';
     v_classes integer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'classifications are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.load_classification:' || v_system));
     delete from catalog.classification c where c.system = v_system and c.version = v_version;
     insert into catalog.classification (system, version, code, parent, names)
       select v_system, v_version, r.code, r.parent, r.names from jsonb_to_recordset(p_rows) as r (code text, parent text, names jsonb);
     get diagnostics v_classes = row_count;
     if (p_release ->> 'current')::boolean then
       update catalog.classification_release r set current = false where r.system = v_system and r.current and r.version <> v_version;
     end if;
     insert into catalog.classification_release as r (system, version, current, classes, file_name, loaded_by)
       values (v_system, v_version, (p_release ->> 'current')::boolean, v_classes, p_release ->> 'fileName', nullif(current_setting('app.org', true), '')::uuid)
       on conflict (system, version) do update set current = r.current or excluded.current, classes = excluded.classes, file_name = excluded.file_name,
         loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at;
     return v_classes;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.merge_manufacturers(p_from uuid, p_into uuid, p_reason text)
 RETURNS TABLE(outcome text, merge_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_from catalog.manufacturer;
     v_into catalog.manufacturer;
     v_id uuid := platform.uuid_v7();
     v_same uuid[];
     v_moved uuid[];
     v_aliases text[];
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.identity_correction'));
     perform from catalog.manufacturer m where m.id in (p_from, p_into) order by m.id for update;
     select m.* into v_from from catalog.manufacturer m where m.id = p_from;
     select m.* into v_into from catalog.manufacturer m where m.id = p_into;
     if v_from.id is null or v_into.id is null then raise exception using errcode = 'EN404', message = 'manufacturer not found'; end if;
     if p_from = p_into then return query select 'SAME', null::uuid; return; end if;
     if v_from.merged_into is not null or v_into.merged_into is not null then return query select 'MERGED', null::uuid; return; end if;
     -- The same number under both is one part from now on; all others only change hands.
     v_same := array(select f.id from catalog.part f join catalog.part t on t.manufacturer_id = p_into and t.number = f.number where f.manufacturer_id = p_from);
     if exists (select from unnest(v_same) as f (id) where exists (select from catalog.identity_correction c where c.from_part = f.id and c.kind = 'MERGE' and c.undone_at is null) or exists (select from catalog.identity_correction c where c.to_part = f.id and c.undone_at is null))
       or exists (select from catalog.part f join catalog.part t on t.manufacturer_id = p_into and t.number = f.number where f.manufacturer_id = p_from and exists (select from catalog.identity_correction c where c.from_part = t.id and c.kind = 'MERGE' and c.undone_at is null)) then
       return query select 'CORRECTED', null::uuid; return;
     end if;
     insert into catalog.identity_correction (kind, from_part, to_part, reason, batch, made_by)
       select 'MERGE', f.id, t.id, p_reason, v_id, nullif(current_setting('app.org', true), '')::uuid from catalog.part f join catalog.part t on t.manufacturer_id = p_into and t.number = f.number where f.manufacturer_id = p_from;
     delete from catalog.part_search s where s.part_id = any (v_same);
     v_moved := array(select p.id from catalog.part p where p.manufacturer_id = p_from and p.id <> all (v_same) order by p.id);
     update catalog.part p set manufacturer_id = p_into where p.id = any (v_moved);
     v_aliases := array(select a.alias from catalog.manufacturer_alias a where a.manufacturer_id = p_from order by a.alias);
     update catalog.manufacturer_alias a set manufacturer_id = p_into where a.manufacturer_id = p_from;
     insert into catalog.manufacturer_merge (id, from_id, into_id, reason, parts, aliases, cages, made_by)
       values (v_id, p_from, p_into, p_reason, v_moved, v_aliases, array(select c from unnest(v_from.cages) as c where c <> all (v_into.cages)), nullif(current_setting('app.org', true), '')::uuid);
     update catalog.manufacturer m set merged_into = p_into where m.id = p_from;
     update catalog.manufacturer m set cages = m.cages || array(select c from unnest(v_from.cages) as c where c <> all (m.cages)) where m.id = p_into;
     perform catalog.refresh_search(v_moved);
     return query select 'DONE', v_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.merge_parts(p_from uuid, p_into uuid, p_reason text)
 RETURNS TABLE(outcome text, correction_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_id uuid := platform.uuid_v7();
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.identity_correction'));
     if not exists (select from catalog.part p where p.id = p_from) or not exists (select from catalog.part p where p.id = p_into) then
       raise exception using errcode = 'EN404', message = 'part not found';
     end if;
     if p_from = p_into then return query select 'SAME', null::uuid; return; end if;
     if exists (select from catalog.identity_correction c where c.from_part = p_from and c.kind = 'MERGE' and c.undone_at is null) or exists (select from catalog.identity_correction c where c.from_part = p_into and c.kind = 'MERGE' and c.undone_at is null) then return query select 'MERGED', null::uuid; return; end if;
     if exists (select from catalog.identity_correction c where c.to_part = p_from and c.undone_at is null) then return query select 'CORRECTED', null::uuid; return; end if;
     insert into catalog.identity_correction (id, kind, from_part, to_part, reason, made_by) values (v_id, 'MERGE', p_from, p_into, p_reason, nullif(current_setting('app.org', true), '')::uuid);
     delete from catalog.part_search s where s.part_id = p_from;
     return query select 'DONE', v_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.name_manufacturer(p_id uuid, p_alias text, p_retire boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_owner uuid;
     v_cage text := substring(p_alias from '^C:([0-9A-HJ-NP-Z]{5})$');
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     perform from catalog.manufacturer m where m.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'manufacturer not found'; end if;
     if p_retire then
       update catalog.manufacturer_alias a set retired_at = coalesce(a.retired_at, transaction_timestamp()) where a.alias = p_alias and a.manufacturer_id = p_id;
       if not found then return 'UNKNOWN'; end if;
       update catalog.manufacturer m set cages = array_remove(m.cages, v_cage) where m.id = p_id and v_cage = any (m.cages);
       return 'RETIRED';
     end if;
     insert into catalog.manufacturer_alias (alias, manufacturer_id) values (p_alias, p_id) on conflict (alias) do nothing;
     select a.manufacturer_id into v_owner from catalog.manufacturer_alias a where a.alias = p_alias for update;
     if v_owner <> p_id then return 'TAKEN'; end if;
     update catalog.manufacturer_alias a set retired_at = null where a.alias = p_alias and a.retired_at is not null;
     update catalog.manufacturer m set cages = m.cages || v_cage where m.id = p_id and v_cage is not null and not v_cage = any (m.cages);
     return 'NAMED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.part_key(p_number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN upper(regexp_replace(p_number, '[^0-9A-Za-z]'::text, ''::text, 'g'::text))
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.read_alternatives(p_org uuid, p_questions jsonb)
 RETURNS TABLE(n integer, place integer, parts jsonb, reason text, rank integer, qualified boolean, path jsonb)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  #variable_conflict use_column
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_merges boolean := exists (select from catalog.identity_correction c where c.kind = 'MERGE' and c.undone_at is null);
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    return query
    with recursive q as materialized (
      select x.n, x.part, case when v_merges then array(select x.part union all select c.from_part from catalog.identity_correction c where c.to_part = x.part and c.kind = 'MERGE' and c.undone_at is null) else array[x.part] end as ids, p_org as org, coalesce(x."on", v_today) as day, x.model, x.msn, x.mods, x.fleet, coalesce(x.consent, false) as consent,
        least(coalesce(x.depth, 6), 12) as depth, least(coalesce(x.first, 20), 100) as first, x.bases
      from (select y.n, case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = y.part and c.kind = 'MERGE' and c.undone_at is null), y.part) else y.part end as part, y."on", y.model, y.msn, y.mods, y.fleet, y.consent, y.depth, y.first, y.bases
        from jsonb_to_recordset(p_questions) as y (n int, part uuid, "on" date, model text, msn int, mods text[], fleet text, consent boolean, depth int, first int, bases text[]) offset 0) x
      join catalog.part p on p.id = x.part),
    walk (n, part, rank, depth) as (
      select q.n, q.part, 0, 0 from q
      union
      select w.n, s.target, greatest(w.rank, s.rank), w.depth + 1
      from walk w join q on q.n = w.n cross join lateral (select case when v_merges then array(select w.part union all select c.from_part from catalog.identity_correction c where c.to_part = w.part and c.kind = 'MERGE' and c.undone_at is null) else array[w.part] end as ids offset 0) t cross join lateral (
      select g.link_org, g.link_id, g.target, g.reversed, g.fit, ((g.meaning = 'QUALIFIED' or g.effect = 'CHECK') or g.fit = 'UNKNOWN') as qualified,
        case when ((g.meaning = 'QUALIFIED' or g.effect = 'CHECK') or g.fit = 'UNKNOWN') then 4 else case g.meaning when 'ALIAS' then 1 when 'REIDENTIFIED' then 1 when 'TWO_WAY' then 2 else 3 end end as rank, g.meaning = 'ALIAS' as alias, g.own_number
      from (
        select l.org_id as link_org, l.id as link_id, case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = l.to_part and c.kind = 'MERGE' and c.undone_at is null), l.to_part) else l.to_part end as target, false as reversed, l.meaning, l.effect, case when l.applicability = '[]' then 'ANY' else catalog.application_fit(l.applicability, q.model, q.msn, q.mods) end as fit, null::text as own_number
        from catalog.interchange_link l join catalog.part p on p.id = l.from_part
        where l.from_part = any (t.ids) and l.to_part is not null and l.meaning in ('ONE_WAY', 'TWO_WAY', 'QUALIFIED', 'REIDENTIFIED') and l.withdrawn_at is null and l.effective_from <= q.day and coalesce(l.effective_to, q.day) >= q.day and (l.asserted_as = 'OPERATOR' or l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org
      or l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id
      or exists (select 1 from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id)))
        union all
        select l.org_id, l.id, case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = l.from_part and c.kind = 'MERGE' and c.undone_at is null), l.from_part) else l.from_part end, true, l.meaning, l.effect, case when l.applicability = '[]' then 'ANY' else catalog.application_fit(l.applicability, q.model, q.msn, q.mods) end, null
        from catalog.interchange_link l join catalog.part p on p.id = l.to_part
        where l.to_part = any (t.ids) and l.meaning in ('TWO_WAY', 'REIDENTIFIED') and l.withdrawn_at is null and l.effective_from <= q.day and coalesce(l.effective_to, q.day) >= q.day and (l.asserted_as = 'OPERATOR' or l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org
      or l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id
      or exists (select 1 from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id)))
        union all
        (select distinct on (e.target) null::uuid, null::uuid, e.target, false, 'ALIAS', 'NONE', 'ANY', e.number
        from (select case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = twin.part_id and c.kind = 'MERGE' and c.undone_at is null), twin.part_id) else twin.part_id end as target, twin.number
          from catalog.part_alias mine join catalog.part_alias twin on twin.org_id = mine.org_id and twin.key = mine.key and twin.number = mine.number and twin.part_id <> mine.part_id
          where mine.org_id = q.org and mine.part_id = any (t.ids) and mine.kind = 'OWN_STOCK_NUMBER' and mine.valid_from <= q.day and coalesce(mine.valid_to, q.day) >= q.day
            and twin.kind = 'OWN_STOCK_NUMBER' and twin.valid_from <= q.day and coalesce(twin.valid_to, q.day) >= q.day) e order by e.target, e.number)) g
      where case g.fit when 'MATCH' then true when 'MISS' then false when 'UNKNOWN' then q.consent else q.consent or not (g.meaning = 'QUALIFIED' or g.effect = 'CHECK') end and g.target <> w.part and g.target <> q.part and not exists (select 1 from catalog.interchange_link v
      where v.meaning = 'NOT' and (v.from_part = any (t.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.to_part and c.kind = 'MERGE' and c.undone_at is null), v.to_part) else v.to_part end = g.target or v.to_part = any (t.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.from_part and c.kind = 'MERGE' and c.undone_at is null), v.from_part) else v.from_part end = g.target)
        and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and ((v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)))) or (v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part) or exists (select 1 from catalog.interchange_approval y
        where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
          and y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part)))) and case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end <> 'MISS')) s
      where w.depth < q.depth),
    -- The nearest first: what lies beyond the cap is the farthest.
    seen as materialized (select w.* from walk w limit (select 2000 + 100 * count(*) from q)),
    best as materialized (select distinct on (s.n, s.part) s.n, s.part, s.rank, s.depth from seen s order by s.n, s.part, s.rank, s.depth),
    nearest as materialized (select distinct on (s.n, s.part) s.n, s.part, s.rank, s.depth from seen s order by s.n, s.part, s.depth, s.rank),
    found as (
      select b.n, b.part as source, b.rank as source_rank, b.depth as source_depth, b.rank, b.depth, null::uuid as link_org, null::uuid as link_id, null::text as fit, false as set_qualified,
        p.number, jsonb_build_array(jsonb_build_object('partId', p.id, 'quantity', null)) as parts
      from best b join q on q.n = b.n join catalog.part p on p.id = b.part
      where b.depth > 0 and (q.bases is null or p.approval_basis = any (q.bases)) and not exists (select 1 from catalog.interchange_link v
      where v.from_part = any (case when v_merges then array(select b.part union all select c.from_part from catalog.identity_correction c where c.to_part = b.part and c.kind = 'MERGE' and c.undone_at is null) else array[b.part] end) and v.effect = 'BLOCK' and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and (v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part))))
        and case case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end when 'MISS' then false when 'UNKNOWN' then not q.consent else true end) and not exists (select 1 from catalog.interchange_link v
      where v.meaning = 'NOT' and (v.from_part = any (q.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.to_part and c.kind = 'MERGE' and c.undone_at is null), v.to_part) else v.to_part end = b.part or v.to_part = any (q.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.from_part and c.kind = 'MERGE' and c.undone_at is null), v.from_part) else v.from_part end = b.part)
        and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and ((v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)))) or (v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part) or exists (select 1 from catalog.interchange_approval y
        where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
          and y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part)))) and case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end <> 'MISS')
      union all
      select b.n, b.part, b.rank, b.depth, 5, b.depth + 1, g.org_id, g.id, g.fit, ((g.meaning = 'QUALIFIED' or g.effect = 'CHECK') or g.fit = 'UNKNOWN'), m.number, m.parts
      from nearest b join q on q.n = b.n cross join lateral (select case when v_merges then array(select b.part union all select c.from_part from catalog.identity_correction c where c.to_part = b.part and c.kind = 'MERGE' and c.undone_at is null) else array[b.part] end as ids offset 0) t
      cross join lateral (select l.org_id, l.id, l.set_size, l.meaning, l.effect, case when l.applicability = '[]' then 'ANY' else catalog.application_fit(l.applicability, q.model, q.msn, q.mods) end as fit from catalog.interchange_link l join catalog.part p on p.id = l.from_part
        where l.from_part = any (t.ids) and l.to_part is null and l.withdrawn_at is null and l.effective_from <= q.day and coalesce(l.effective_to, q.day) >= q.day and (l.asserted_as = 'OPERATOR' or l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org
      or l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id
      or exists (select 1 from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id)))) g
      cross join lateral (
        select min(c.number) as number, sum(e.size) as size, jsonb_agg(jsonb_build_object('partId', c.id, 'quantity', e.quantity::text) order by c.number, c.id) as parts,
          bool_and(c.id <> b.part and (q.bases is null or c.approval_basis = any (q.bases)) and not exists (select 1 from catalog.interchange_link v
      where v.from_part = any (case when v_merges then array(select c.id union all select c.from_part from catalog.identity_correction c where c.to_part = c.id and c.kind = 'MERGE' and c.undone_at is null) else array[c.id] end) and v.effect = 'BLOCK' and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and (v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part))))
        and case case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end when 'MISS' then false when 'UNKNOWN' then not q.consent else true end) and not exists (select 1 from catalog.interchange_link v
      where v.meaning = 'NOT' and (v.from_part = any (q.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.to_part and c.kind = 'MERGE' and c.undone_at is null), v.to_part) else v.to_part end = c.id or v.to_part = any (q.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.from_part and c.kind = 'MERGE' and c.undone_at is null), v.from_part) else v.from_part end = c.id)
        and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and ((v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)))) or (v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part) or exists (select 1 from catalog.interchange_approval y
        where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
          and y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part)))) and case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end <> 'MISS')
            and not exists (select 1 from catalog.interchange_link v
      where v.meaning = 'NOT' and (v.from_part = any (t.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.to_part and c.kind = 'MERGE' and c.undone_at is null), v.to_part) else v.to_part end = c.id or v.to_part = any (t.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.from_part and c.kind = 'MERGE' and c.undone_at is null), v.from_part) else v.from_part end = c.id)
        and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and ((v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)))) or (v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part) or exists (select 1 from catalog.interchange_approval y
        where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
          and y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part)))) and case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end <> 'MISS')) as whole
        from (select case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = i.part_id and c.kind = 'MERGE' and c.undone_at is null), i.part_id) else i.part_id end as part, sum(i.quantity) as quantity, count(*) as size from catalog.interchange_member i where i.org_id = g.org_id and i.link_id = g.id group by 1) e
          join catalog.part c on c.id = e.part) m
      where b.depth < q.depth and case g.fit when 'MATCH' then true when 'MISS' then false when 'UNKNOWN' then q.consent else q.consent or not (g.meaning = 'QUALIFIED' or g.effect = 'CHECK') end and m.whole and m.size = g.set_size),
    chosen as materialized (
      select f.*, row_number() over (partition by f.n order by f.rank, f.depth, f.number, f.source, f.link_id)::int as place from found f),
    picked as materialized (select c.* from chosen c join q on q.n = c.n where c.place <= q.first),
    -- Hops between the parts that the chosen ways may pass, once.
    hops as materialized (
      select b.n, b.part as source, s.* from nearest b join q on q.n = b.n cross join lateral (select case when v_merges then array(select b.part union all select c.from_part from catalog.identity_correction c where c.to_part = b.part and c.kind = 'MERGE' and c.undone_at is null) else array[b.part] end as ids offset 0) t
      cross join lateral (
      select g.link_org, g.link_id, g.target, g.reversed, g.fit, ((g.meaning = 'QUALIFIED' or g.effect = 'CHECK') or g.fit = 'UNKNOWN') as qualified,
        case when ((g.meaning = 'QUALIFIED' or g.effect = 'CHECK') or g.fit = 'UNKNOWN') then 4 else case g.meaning when 'ALIAS' then 1 when 'REIDENTIFIED' then 1 when 'TWO_WAY' then 2 else 3 end end as rank, g.meaning = 'ALIAS' as alias, g.own_number
      from (
        select l.org_id as link_org, l.id as link_id, case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = l.to_part and c.kind = 'MERGE' and c.undone_at is null), l.to_part) else l.to_part end as target, false as reversed, l.meaning, l.effect, case when l.applicability = '[]' then 'ANY' else catalog.application_fit(l.applicability, q.model, q.msn, q.mods) end as fit, null::text as own_number
        from catalog.interchange_link l join catalog.part p on p.id = l.from_part
        where l.from_part = any (t.ids) and l.to_part is not null and l.meaning in ('ONE_WAY', 'TWO_WAY', 'QUALIFIED', 'REIDENTIFIED') and l.withdrawn_at is null and l.effective_from <= q.day and coalesce(l.effective_to, q.day) >= q.day and (l.asserted_as = 'OPERATOR' or l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org
      or l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id
      or exists (select 1 from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id)))
        union all
        select l.org_id, l.id, case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = l.from_part and c.kind = 'MERGE' and c.undone_at is null), l.from_part) else l.from_part end, true, l.meaning, l.effect, case when l.applicability = '[]' then 'ANY' else catalog.application_fit(l.applicability, q.model, q.msn, q.mods) end, null
        from catalog.interchange_link l join catalog.part p on p.id = l.to_part
        where l.to_part = any (t.ids) and l.meaning in ('TWO_WAY', 'REIDENTIFIED') and l.withdrawn_at is null and l.effective_from <= q.day and coalesce(l.effective_to, q.day) >= q.day and (l.asserted_as = 'OPERATOR' or l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org
      or l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id
      or exists (select 1 from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id)))
        union all
        (select distinct on (e.target) null::uuid, null::uuid, e.target, false, 'ALIAS', 'NONE', 'ANY', e.number
        from (select case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = twin.part_id and c.kind = 'MERGE' and c.undone_at is null), twin.part_id) else twin.part_id end as target, twin.number
          from catalog.part_alias mine join catalog.part_alias twin on twin.org_id = mine.org_id and twin.key = mine.key and twin.number = mine.number and twin.part_id <> mine.part_id
          where mine.org_id = q.org and mine.part_id = any (t.ids) and mine.kind = 'OWN_STOCK_NUMBER' and mine.valid_from <= q.day and coalesce(mine.valid_to, q.day) >= q.day
            and twin.kind = 'OWN_STOCK_NUMBER' and twin.valid_from <= q.day and coalesce(twin.valid_to, q.day) >= q.day) e order by e.target, e.number)) g
      where case g.fit when 'MATCH' then true when 'MISS' then false when 'UNKNOWN' then q.consent else q.consent or not (g.meaning = 'QUALIFIED' or g.effect = 'CHECK') end and g.target <> b.part and g.target <> q.part and not exists (select 1 from catalog.interchange_link v
      where v.meaning = 'NOT' and (v.from_part = any (t.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.to_part and c.kind = 'MERGE' and c.undone_at is null), v.to_part) else v.to_part end = g.target or v.to_part = any (t.ids) and case when v_merges then coalesce((select c.to_part from catalog.identity_correction c where c.from_part = v.from_part and c.kind = 'MERGE' and c.undone_at is null), v.from_part) else v.from_part end = g.target)
        and v.withdrawn_at is null and v.effective_from <= q.day and coalesce(v.effective_to, q.day) >= q.day and ((v.asserted_as = 'OPERATOR' or v.asserted_as = 'BUYER' and v.counts_at_once and v.org_id = q.org
      or v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)
      or exists (select 1 from catalog.interchange_approval y where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.from_part)))) or (v.asserted_as = 'MANUFACTURER' and v.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part) or exists (select 1 from catalog.interchange_approval y
        where y.link_org = v.org_id and y.link_id = v.id and y.revoked_at is null and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
          and y.kind = 'MANUFACTURER' and y.maker_id = (select z.manufacturer_id from catalog.part z where z.id = v.to_part)))) and case when v.applicability = '[]' then 'ANY' else catalog.application_fit(v.applicability, q.model, q.msn, q.mods) end <> 'MISS')) s where b.depth < q.depth),
    trail (n, place, part, rank, depth, source, target, link_org, link_id, reversed, fit, qualified, alias, own_number) as (
      select c.n, c.place, c.source, c.source_rank, c.source_depth, null::uuid, null::uuid, null::uuid, null::uuid, false, null::text, false, false, null::text collate "C" from picked c
      union all
      select t.n, t.place, h.source, h.prior, t.depth - 1, h.source, t.part, h.link_org, h.link_id, h.reversed, h.fit, h.qualified, h.alias, h.own_number
      from trail t cross join lateral (
        select h.*, s.rank as prior from hops h join seen s on s.n = h.n and s.part = h.source and s.depth = t.depth - 1
        where h.n = t.n and h.target = t.part and greatest(s.rank, h.rank) = t.rank
        order by s.rank, h.rank, h.source, h.link_org, h.link_id limit 1) h
      where t.depth > 0)
    select c.n, c.place, c.parts,
      case c.rank when 1 then case when w.alias then 'ALIAS' else 'REIDENTIFIED' end when 2 then 'TWO_WAY' when 3 then 'ONE_WAY' when 4 then 'QUALIFIED' else 'AS_SET' end,
      c.rank, coalesce(w.qualified, false) or c.set_qualified,
      coalesce(w.path, '[]') || case when c.link_id is null then '[]' else jsonb_build_array(jsonb_build_object('from', c.source, 'to', null, 'linkOrg', c.link_org, 'linkId', c.link_id,
        'reversed', false, 'fit', c.fit, 'qualified', c.set_qualified, 'ownNumber', null)) end
    from picked c
    left join lateral (select bool_or(t.alias) as alias, bool_or(t.qualified) as qualified, jsonb_agg(jsonb_build_object('from', t.source, 'to', t.target, 'linkOrg', t.link_org, 'linkId', t.link_id, 'reversed', t.reversed, 'fit', t.fit, 'qualified', t.qualified, 'ownNumber', t.own_number) order by t.depth) as path
      from trail t where t.n = c.n and t.place = c.place and t.target is not null) w on true
    order by c.n, c.place;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.read_numbers(p_org uuid, p_lines jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    return (select jsonb_agg(case when l.line ? 'number' then (l.line - '{number,makers}'::text[]) || case r.parts
        when 1 then jsonb_build_object('part', r.part) when 0 then '{"problem": "NUMBER_UNKNOWN"}'
        else jsonb_build_object('problem', 'NUMBER_AMBIGUOUS', 'choices', r.choices) end else l.line end order by l.place)
      from (select x.line, x.place, catalog.part_key(x.line ->> 'number') as key, upper(btrim(regexp_replace(x.line ->> 'number', '\s+', ' ', 'g'))) as number,
          array(select jsonb_array_elements_text(x.line -> 'makers')) as makers
        from jsonb_array_elements(p_lines) with ordinality as x (line, place)) l
      left join lateral (
        select count(*) as parts, min(f.id::text) as part,
          jsonb_path_query_array(jsonb_agg(jsonb_build_object('partId', f.id, 'number', f.number, 'manufacturerCode', m.code, 'manufacturerName', m.name, 'name', f.name) order by f.number, m.code), '$[0 to 49]') as choices
        from (
          select h.*, min(h.step) over () as best from (
            select distinct on (p.id) p.id, p.number, p.name, p.manufacturer_id, u.step from (
              select k.id, case when k.number = l.number then 1 else 3 end as step from catalog.part k where k.key = l.key
              union all
              select a.part_id, case when a.number = l.number then 1 else 3 end from catalog.part_alias a
              where a.org_id = p_org and a.key = l.key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today and not l.line ? 'makers'
              union all
              select a.part_id, 2 from catalog.common_alias a
              where a.key = any (catalog.alias_keys(l.key)) and (a.key = l.key or a.kind = 'GTIN') and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today) u
            left join catalog.identity_correction c on c.from_part = u.id and c.kind = 'MERGE' and c.undone_at is null
            join catalog.part p on p.id = coalesce(c.to_part, u.id)
            where not l.line ? 'makers' or exists (select 1 from catalog.manufacturer_alias y where y.manufacturer_id = p.manufacturer_id and y.alias = any (l.makers))
            order by p.id, u.step) h) f
        join catalog.manufacturer m on m.id = f.manufacturer_id where f.step = f.best) r on l.line ? 'number');
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.refresh_search(p_parts uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    insert into catalog.part_search (part_id, key, manufacturer_id, class, classes, tsv)
    select p.id, p.key, p.manufacturer_id, coalesce('UNSPSC:' || p.unspsc, 'ATA:' || p.ata, (p.classifications -> 0 ->> 'system') || ':' || (p.classifications -> 0 ->> 'code')), array_remove(array['UNSPSC:' || p.unspsc, 'ATA:' || p.ata] || array(select distinct (x.c ->> 'system') || ':' || (x.c ->> 'code') from jsonb_array_elements(p.classifications) as x (c)
    where (x.c ->> 'system', x.c ->> 'code') is distinct from ('UNSPSC', p.unspsc) and (x.c ->> 'system', x.c ->> 'code') is distinct from ('ATA', p.ata)), null), catalog.search_words(concat_ws(' ', p.name, case when p.names <> jsonb_build_object('en', p.name) then (select string_agg(l.value, ' ' order by l.key) from jsonb_each_text(p.names) as l where l.value <> p.name) end, left(p.description, 400), m.name))
    from catalog.part p join catalog.manufacturer m on m.id = p.manufacturer_id where p.id = any (p_parts)
      and not exists (select from catalog.identity_correction c where c.from_part = p.id and c.kind = 'MERGE' and c.undone_at is null)
    on conflict (part_id) do update set key = excluded.key, manufacturer_id = excluded.manufacturer_id, class = excluded.class, classes = excluded.classes, tsv = excluded.tsv
  $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.sale_blocks(p_parts uuid[])
 RETURNS TABLE(part_id uuid, link_org uuid, link_id uuid, replaced_by uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with q as (select (select nullif(current_setting('app.org', true), '')::uuid) as org, (transaction_timestamp() at time zone 'UTC')::date as day, null::text as fleet, null::text as model, null::integer as msn, null::text[] as mods),
  meant as (
    select x.part, coalesce(c.to_part, x.part) as id from unnest(p_parts) as x (part)
    left join catalog.identity_correction c on c.from_part = x.part and c.kind = 'MERGE' and c.undone_at is null),
  named as (
    select m.part, m.id from meant m
    union all
    select m.part, c.from_part from meant m join catalog.identity_correction c on c.to_part = m.id and c.kind = 'MERGE' and c.undone_at is null)
  select distinct on (n.part) n.part, l.org_id, l.id, l.to_part
  from q cross join named n join catalog.interchange_link l on l.from_part = n.id join catalog.part p on p.id = l.from_part
  where l.effect = 'BLOCK' and l.applicability = '[]' and l.withdrawn_at is null and l.effective_from <= q.day and coalesce(l.effective_to, q.day) >= q.day and (l.asserted_as = 'OPERATOR' or l.asserted_as = 'BUYER' and l.counts_at_once and l.org_id = q.org
      or l.asserted_as = 'MANUFACTURER' and l.maker_id = p.manufacturer_id
      or exists (select 1 from catalog.interchange_approval y where y.link_org = l.org_id and y.link_id = l.id and y.revoked_at is null
        and y.valid_from <= q.day and coalesce(y.valid_to, q.day) >= q.day
        and (y.kind = 'BUYER' and y.org_id = q.org and (y.fleet is null or y.fleet = q.fleet) or y.kind = 'MANUFACTURER' and y.maker_id = p.manufacturer_id)))
  order by n.part, l.to_part is null, l.effective_from desc, l.id $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.save_common_aliases(p_lines jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_added integer;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'common numbers are the operator''s'; end if;
     with written as (
       insert into catalog.common_alias as a (kind, number, key, part_id, valid_from, valid_to, set_by)
       select distinct on (l.kind, l.number, l."partId") l.kind, l.number, catalog.part_key(l.number), l."partId", coalesce(l."validFrom", current_date), l."validTo",
         nullif(current_setting('app.org', true), '')::uuid
       from jsonb_to_recordset(p_lines) as l (kind text, number text, "partId" uuid, "validFrom" date, "validTo" date) order by l.kind, l.number, l."partId"
       on conflict (kind, number, part_id) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to, set_by = excluded.set_by
       returning a.xmax = 0 as added)
     select count(*) filter (where w.added) into v_added from written w;
     return v_added;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.search_words(p_text text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
    begin
      if octet_length(p_text) = length(p_text) then return to_tsvector('pg_catalog.simple', p_text); end if;
      return to_tsvector('pg_catalog.simple', p_text || ' ' || catalog.han_pairs(p_text));
    end
  $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION catalog.split_part(p_part uuid, p_supplier uuid, p_true jsonb, p_reason text)
 RETURNS TABLE(outcome text, correction_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_id uuid := platform.uuid_v7();
     v_maker uuid := (p_true ->> 'manufacturerId')::uuid;
     v_target uuid;
     v_made boolean := false;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.identity_correction'));
     if not exists (select from catalog.part p where p.id = p_part) or not exists (select from organizations.organization o where o.id = p_supplier)
       or not exists (select from catalog.manufacturer m where m.id = v_maker) then raise exception using errcode = 'EN404', message = 'part, supplier or manufacturer not found'; end if;
     if exists (select from catalog.identity_correction c where c.from_part = p_part and c.kind = 'MERGE' and c.undone_at is null) then return query select 'MERGED', null::uuid; return; end if;
     if exists (select from catalog.identity_correction c where c.from_part = p_part and c.supplier_id = p_supplier and c.undone_at is null) then return query select 'CORRECTED', null::uuid; return; end if;
     select p.id into v_target from catalog.part p where p.manufacturer_id = v_maker and p.number = p_true ->> 'number';
     if v_target is null then
       v_made := true;
       insert into catalog.part (manufacturer_id, number, key, name, names, unit, source_org, source_rank)
         select v_maker, p_true ->> 'number', catalog.part_key(p_true ->> 'number'), p_true ->> 'name', jsonb_build_object('en', p_true ->> 'name'), p.unit, nullif(current_setting('app.org', true), '')::uuid, 2 from catalog.part p where p.id = p_part
         returning id into v_target;
       perform catalog.refresh_search(array[v_target]);
     end if;
     if v_target = p_part then return query select 'SAME', null::uuid; return; end if;
     if exists (select from catalog.identity_correction c where c.from_part = v_target and c.kind = 'MERGE' and c.undone_at is null) then return query select 'MERGED', null::uuid; return; end if;
     insert into catalog.identity_correction (id, kind, from_part, to_part, supplier_id, reason, made_part, made_by)
       values (v_id, 'SPLIT', p_part, v_target, p_supplier, p_reason, v_made, nullif(current_setting('app.org', true), '')::uuid);
     return query select 'DONE', v_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.undo_correction(p_id uuid, p_reason text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_done catalog.identity_correction;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.identity_correction'));
     select c.* into v_done from catalog.identity_correction c where c.id = p_id for update;
     if v_done.id is null then raise exception using errcode = 'EN404', message = 'correction not found'; end if;
     if v_done.undone_at is not null then return 'UNDONE'; end if;
     if v_done.batch is not null then return 'PART_OF_MERGE'; end if;
     update catalog.identity_correction c set undone_by = nullif(current_setting('app.org', true), '')::uuid, undone_at = transaction_timestamp(), undone_reason = p_reason where c.id = p_id;
     if v_done.kind = 'MERGE' then perform catalog.refresh_search(array[v_done.from_part]); end if;
     if v_done.made_part then
       -- A part that something else names by now stays: history names it for ever.
       begin
         delete from catalog.part p where p.id = v_done.to_part and not exists (select from catalog.identity_correction c where v_done.to_part in (c.from_part, c.to_part) and c.undone_at is null);
         if found then delete from catalog.part_search s where s.part_id = v_done.to_part; end if;
       exception when foreign_key_violation then null;
       end;
     end if;
     return 'DONE';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.undo_manufacturer_merge(p_id uuid, p_reason text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_merge catalog.manufacturer_merge;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'identities are the operator''s'; end if;
     perform pg_advisory_xact_lock(hashtext('catalog.identity_correction'));
     select g.* into v_merge from catalog.manufacturer_merge g where g.id = p_id for update;
     if v_merge.id is null then raise exception using errcode = 'EN404', message = 'merge not found'; end if;
     if v_merge.undone_at is not null then return 'UNDONE'; end if;
     perform from catalog.manufacturer m where m.id in (v_merge.from_id, v_merge.into_id) order by m.id for update;
     -- What was merged onward has to come back first.
     if exists (select from catalog.manufacturer m where m.id = v_merge.into_id and m.merged_into is not null) then return 'MERGED'; end if;
     update catalog.part p set manufacturer_id = v_merge.from_id where p.id = any (v_merge.parts) and p.manufacturer_id = v_merge.into_id;
     update catalog.manufacturer_alias a set manufacturer_id = v_merge.from_id where a.alias = any (v_merge.aliases) and a.manufacturer_id = v_merge.into_id;
     update catalog.manufacturer m set merged_into = null where m.id = v_merge.from_id;
     update catalog.manufacturer m set cages = array(select c from unnest(m.cages) with ordinality as u (c, n) where c <> all (v_merge.cages) order by n) where m.id = v_merge.into_id and m.cages && v_merge.cages;
     update catalog.identity_correction c set undone_by = nullif(current_setting('app.org', true), '')::uuid, undone_at = transaction_timestamp(), undone_reason = p_reason where c.batch = p_id and c.undone_at is null;
     update catalog.manufacturer_merge g set undone_by = nullif(current_setting('app.org', true), '')::uuid, undone_at = transaction_timestamp(), undone_reason = p_reason where g.id = p_id;
     perform catalog.refresh_search(v_merge.parts || array(select c.from_part from catalog.identity_correction c where c.batch = p_id));
     return 'DONE';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION catalog.word_parts(p_upload uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
    v_written integer;
  begin
    if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
    perform set_config('work_mem', '128MB', true);
    -- Staging has no statistics: row by row it would be read once per row.
    perform set_config('enable_nestloop', 'off', true);
    create temp table worded_part on commit drop as
      select distinct s.maker, s.part_number
      from supply.staged_change ch join supply.staged_row s on s.org_id = ch.org_id and s.upload_id = ch.upload_id and s.row_no = ch.row_no
      where ch.org_id = v_org and ch.upload_id = p_upload and ch.change in ('NEW', 'CHANGED');
    analyze worded_part;
    perform set_config('enable_nestloop', 'on', true);
    insert into catalog.part_search (part_id, key, manufacturer_id, class, classes, tsv)
      select d.id, d.key, d.manufacturer_id, d.class, d.classes, case when octet_length(d.text) = length(d.text) then to_tsvector('pg_catalog.simple', d.text) else catalog.search_words(d.text) end
      from (select p.id, p.key, p.manufacturer_id, coalesce('UNSPSC:' || p.unspsc, 'ATA:' || p.ata, (p.classifications -> 0 ->> 'system') || ':' || (p.classifications -> 0 ->> 'code')) as class, array_remove(array['UNSPSC:' || p.unspsc, 'ATA:' || p.ata] || array(select distinct (x.c ->> 'system') || ':' || (x.c ->> 'code') from jsonb_array_elements(p.classifications) as x (c)
    where (x.c ->> 'system', x.c ->> 'code') is distinct from ('UNSPSC', p.unspsc) and (x.c ->> 'system', x.c ->> 'code') is distinct from ('ATA', p.ata)), null) as classes, concat_ws(' ', p.name, case when p.names <> jsonb_build_object('en', p.name) then (select string_agg(l.value, ' ' order by l.key) from jsonb_each_text(p.names) as l where l.value <> p.name) end, left(p.description, 400), m.name) as text
        from worded_part n join catalog.manufacturer_alias a on a.alias = n.maker join catalog.part p on p.manufacturer_id = a.manufacturer_id and p.number = n.part_number
        join catalog.manufacturer m on m.id = p.manufacturer_id
        where not exists (select from catalog.part_search s where s.part_id = p.id)
          and not exists (select from catalog.identity_correction c where c.from_part = p.id and c.kind = 'MERGE' and c.undone_at is null)
        order by p.id offset 0) d
      on conflict (part_id) do nothing;
    get diagnostics v_written = row_count;
    drop table worded_part;
    return v_written;
  end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION exchange.folders_to_poll()
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select p.org_id, p.id from exchange.partner_profile p where p.transport = 'FOLDER' and p.status = 'ACTIVE' order by p.org_id, p.id limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION exchange.messages_left_over()
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select m.org_id, m.id from exchange.message m where m.direction = 'IN' and m.state = 'RECEIVED' and m.created_at < clock_timestamp() - interval '1 minute' * power(2, least(m.tries, 10))
     order by m.tries, m.created_at, m.org_id, m.id limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION organizations.acts_as_operator()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select exists (select from organizations.organization o where o.id = (select nullif(current_setting('app.org', true), '')::uuid) and 'OPERATOR' = any (o.roles) and o.status = 'ACTIVE')
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.admit_member(p_member uuid, p_person uuid, p_email text, p_name text, p_password_hash text, p_locale text, p_roles text[])
 RETURNS TABLE(member_id uuid, person_id uuid, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_person record;
     v_member record;
     v_id uuid;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     insert into organizations.person (id, email, name, password_hash, locale, password_changed_at)
       values (p_person, p_email, p_name, p_password_hash, p_locale, case when p_password_hash is not null then transaction_timestamp() end)
       on conflict (email) do update set password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
         where person.password_hash is null and excluded.password_hash is not null;
     select p.id, p.name, p.email into v_person from organizations.person p where p.email = p_email for update;
     select m.id, m.status into v_member from organizations.member m where m.org_id = v_org and m.person_id = v_person.id for update;
     if v_member.status = 'ACTIVE' then
       return query select v_member.id, v_person.id, 'ALREADY_MEMBER'::text;
       return;
     end if;
     v_id := coalesce(v_member.id, p_member);
     if v_member.id is null then
       insert into organizations.member (org_id, id, person_id, name, email, roles) values (v_org, v_id, v_person.id, v_person.name, v_person.email, p_roles);
     else
       update organizations.member m set status = 'ACTIVE', left_at = null, joined_at = transaction_timestamp(), roles = p_roles,
         name = v_person.name, email = v_person.email, version = m.version + 1 where m.org_id = v_org and m.id = v_id;
     end if;
     insert into organizations.membership (org_id, person_id, member_id) values (v_org, v_person.id, v_id);
     return query select v_id, v_person.id, 'ADMITTED'::text;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.break_glass_history()
 RETURNS TABLE(id uuid, person_id uuid, target_id uuid, session_id uuid, member_id uuid, reason text, opened_at timestamp with time zone, expires_at timestamp with time zone, closed_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if not organizations.acts_as_operator() then return; end if;
     return query select b.id, b.person_id, b.target_id, b.session_id, s.member_id, b.reason, b.opened_at, b.expires_at, b.closed_at
       from organizations.break_glass b join organizations.session s on s.id = b.session_id
       where b.operator_id = (select nullif(current_setting('app.org', true), '')::uuid) order by b.opened_at desc limit 100;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.change_organization(p_id uuid, p_card jsonb, p_expected_version integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_operator boolean := organizations.acts_as_operator();
     v_version integer;
   begin
     if p_id is distinct from (select nullif(current_setting('app.org', true), '')::uuid) and not v_operator then raise exception using errcode = 'EN404', message = 'organisation not found'; end if;
     if not v_operator and p_card ?| array['roles', 'cage', 'duns', 'gln', 'peppolId'] then
       raise exception using errcode = 'EN403', message = 'roles and identifiers are the operator''s to change';
     end if;
     select o.version into v_version from organizations.organization o where o.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'organisation not found'; end if;
     if v_version is distinct from p_expected_version then return 'VERSION_CONFLICT'; end if;
     update organizations.organization o set
       name = coalesce(p_card ->> 'name', o.name), country = coalesce(p_card ->> 'country', o.country), currency = coalesce(p_card ->> 'currency', o.currency),
       roles = case when p_card ? 'roles' then array(select jsonb_array_elements_text(p_card -> 'roles')) else o.roles end,
       cage = case when p_card ? 'cage' then p_card ->> 'cage' else o.cage end, duns = case when p_card ? 'duns' then p_card ->> 'duns' else o.duns end,
       gln = case when p_card ? 'gln' then p_card ->> 'gln' else o.gln end,
       peppol_id = case when p_card ? 'peppolId' then p_card ->> 'peppolId' else o.peppol_id end, version = o.version + 1
     where o.id = p_id;
     return 'CHANGED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.change_password(p_person uuid, p_old_hash text, p_new_hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update organizations.person p set password_hash = p_new_hash, password_changed_at = clock_timestamp(), version = p.version + 1
       where p.id = p_person and p.password_hash = p_old_hash;
     if not found then return false; end if;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = p_person and t.used_at is null;
     perform organizations.revoke_sessions(p_person);
     return true;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.close_break_glass(p_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_session uuid;
   begin
     update organizations.break_glass b set closed_at = clock_timestamp() where b.id = p_id and b.operator_id = (select nullif(current_setting('app.org', true), '')::uuid) and b.closed_at is null
       returning b.session_id into v_session;
     if not found then return false; end if;
     update organizations.session s set revoked_at = clock_timestamp() where s.id = v_session and s.revoked_at is null;
     return true;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.confirm_email_change(p_hash bytea)
 RETURNS TABLE(outcome text, id uuid, old_email text, new_email text, name text, locale text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_link record;
     v_person record;
   begin
     update organizations.one_time_token t set used_at = clock_timestamp()
       where t.hash = p_hash and t.purpose = 'EMAIL_CHANGE' and t.used_at is null and t.expires_at > clock_timestamp()
       returning t.person_id, t.email into v_link;
     if not found then return; end if;
     select p.id, p.email, p.name, p.locale into v_person from organizations.person p where p.id = v_link.person_id and p.status = 'ACTIVE' for update;
     if not found then return; end if;
     begin
       update organizations.person p set email = v_link.email, version = p.version + 1 where p.id = v_person.id;
     exception when unique_violation then
       return query select 'TAKEN'::text, v_person.id, v_person.email, v_link.email, v_person.name, v_person.locale;
       return;
     end;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = v_person.id and t.used_at is null;
     perform platform.add_job_for(m.org_id, 'organizations.refresh-member', jsonb_build_object('id', m.member_id))
       from organizations.membership m where m.person_id = v_person.id;
     return query select 'CHANGED'::text, v_person.id, v_person.email, v_link.email, v_person.name, v_person.locale;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.credentials_of(p_email text, p_places bytea[])
 RETURNS TABLE(id uuid, email text, name text, locale text, password_hash text, known bytea[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select p.id, p.email, p.name, p.locale, p.password_hash,
         array(select k.place from organizations.known_place k where k.person_id = p.id and k.place = any (p_places) and k.seen_at > clock_timestamp() - interval '180 days')
       from organizations.person p where p.email = p_email and p.status = 'ACTIVE';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.end_membership(p_member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     update organizations.member m set status = 'LEFT', left_at = transaction_timestamp(), roles = '{}', version = m.version + 1
       where m.org_id = v_org and m.id = p_member and m.status = 'ACTIVE';
     if not found then return false; end if;
     delete from organizations.membership m where m.org_id = v_org and m.member_id = p_member;
     update organizations.session s set revoked_at = transaction_timestamp() where s.org_id = v_org and s.member_id = p_member and s.revoked_at is null;
     update organizations.session s set revoked_at = transaction_timestamp() from organizations.break_glass b
       where b.operator_id = v_org and s.id = b.session_id and s.member_id = p_member and s.revoked_at is null;
     return true;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.find_api_key(p_prefix text)
 RETURNS TABLE(org_id uuid, key_id uuid, hash bytea)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select s.org_id, s.key_id, s.hash from organizations.api_key_secret s where s.prefix = p_prefix;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.find_link(p_hash bytea, p_purpose text)
 RETURNS TABLE(person_id uuid, org_id uuid, subject_id uuid, email text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select t.person_id, t.org_id, t.subject_id, t.email from organizations.one_time_token t
       where t.hash = p_hash and t.purpose = p_purpose and t.used_at is null and t.expires_at > clock_timestamp();
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.found_organization(p_id uuid, p_card jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_roles text[] := array(select jsonb_array_elements_text(p_card -> 'roles'));
   begin
     perform pg_advisory_xact_lock(hashtext('organizations.found_organization'));
     if not organizations.acts_as_operator() and (p_id is distinct from (select nullif(current_setting('app.org', true), '')::uuid) or not 'OPERATOR' = any (v_roles)
       or exists (select from organizations.organization o where 'OPERATOR' = any (o.roles))) then
       raise exception using errcode = 'EN403', message = 'only an operator founds organisations';
     end if;
     insert into organizations.organization (id, name, roles, country, currency, cage, duns, gln, peppol_id)
     values (p_id, p_card ->> 'name', v_roles, p_card ->> 'country', p_card ->> 'currency', p_card ->> 'cage', p_card ->> 'duns', p_card ->> 'gln', p_card ->> 'peppolId');
     if p_card ->> 'adminEmail' is not null then
       perform platform.add_job_for(p_id, 'organizations.invite-first-admin',
         jsonb_build_object('email', p_card ->> 'adminEmail', 'locale', p_card ->> 'adminLocale'));
     end if;
     return p_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.issue_password_reset(p_email text, p_hash bytea, p_life interval)
 RETURNS TABLE(id uuid, email text, name text, locale text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_person record;
   begin
     select p.id, p.email, p.name, p.locale into v_person from organizations.person p where p.email = p_email and p.status = 'ACTIVE' for update;
     if not found then return; end if;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = v_person.id and t.purpose = 'PASSWORD_RESET' and t.used_at is null;
     insert into organizations.one_time_token (hash, purpose, person_id, expires_at) values (p_hash, 'PASSWORD_RESET', v_person.id, clock_timestamp() + p_life);
     return query select v_person.id, v_person.email, v_person.name, v_person.locale;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.load_actor(p_kind text, p_sid uuid, p_member uuid)
 RETURNS TABLE(kind text, roles text[], permissions text[], person_id uuid, member_id uuid, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_roles text[];
     v_session record;
   begin
     select o.roles into v_roles from organizations.organization o where o.id = v_org and o.status = 'ACTIVE';
     if not found then return; end if;
     if p_kind = 'apiKey' then
       return query select 'API_KEY'::text, v_roles,
           array(select unnest(k.scopes) intersect select unnest(organizations.permissions_of(v_roles, array['ADMIN']))), null::uuid, null::uuid, k.expires_at
         from organizations.api_key k where k.org_id = v_org and k.id = p_sid and k.revoked_at is null and k.expires_at > clock_timestamp();
       return;
     end if;
     select s.kind, s.person_id, s.member_id, s.expires_at into v_session from organizations.session s join organizations.person p on p.id = s.person_id
       where s.id = p_sid and s.org_id = v_org and s.member_id = p_member and s.revoked_at is null and s.expires_at > clock_timestamp() and p.status = 'ACTIVE';
     if not found then return; end if;
     if v_session.kind = 'BREAK_GLASS' then
       -- Eyes only, and only while the glass is open and the person is still in an operator's organisation.
       return query select 'BREAK_GLASS'::text, v_roles,
           array(select a.permission from unnest(organizations.permissions_of(v_roles, array['ADMIN'])) as a (permission) where a.permission like '%:read'),
           v_session.person_id, v_session.member_id, v_session.expires_at
         from organizations.break_glass b join organizations.membership m on m.org_id = b.operator_id and m.person_id = b.person_id
           join organizations.organization o on o.id = b.operator_id
         where b.session_id = p_sid and b.closed_at is null and o.status = 'ACTIVE' and 'OPERATOR' = any (o.roles);
       return;
     end if;
     return query select 'USER'::text, v_roles, organizations.permissions_of(v_roles, m.roles), v_session.person_id, m.id, v_session.expires_at
       from organizations.member m where m.org_id = v_org and m.id = p_member and m.person_id = v_session.person_id and m.status = 'ACTIVE';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.member_counts(p_ids uuid[])
 RETURNS TABLE(org_id uuid, members integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if not organizations.acts_as_operator() then return; end if;
     return query select m.org_id, count(*)::integer from organizations.membership m where m.org_id = any (p_ids) group by m.org_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.memberships_of(p_person uuid)
 RETURNS TABLE(org_id uuid, name text, roles text[], status text, member_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select o.id, o.name, o.roles, o.status, m.member_id from organizations.membership m join organizations.organization o on o.id = m.org_id
       where m.person_id = p_person order by o.name, o.id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.move_partnership(p_buyer uuid, p_supplier uuid, p_to text, p_expected_version integer)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_row record;
   begin
     select p.status, p.proposed_by, p.suspended_by, p.version into v_row from organizations.partnership p
       where p.org_id = p_buyer and p.counterparty_id = p_supplier for update;
     if not found then raise exception using errcode = 'EN404', message = 'partnership not found'; end if;
     if v_row.version is distinct from p_expected_version then return 'VERSION_CONFLICT'; end if;
     if not (v_row.status = 'PROPOSED' and p_to = 'ACTIVE' and v_row.proposed_by <> (select nullif(current_setting('app.org', true), '')::uuid)
       or v_row.status = 'SUSPENDED' and p_to = 'ACTIVE' and v_row.suspended_by = (select nullif(current_setting('app.org', true), '')::uuid)
       or v_row.status = 'ACTIVE' and p_to = 'SUSPENDED'
       or v_row.status in ('PROPOSED', 'ACTIVE', 'SUSPENDED') and p_to = 'ENDED') then return 'NOT_POSSIBLE'; end if;
     update organizations.partnership p set status = p_to, suspended_by = case p_to when 'SUSPENDED' then (select nullif(current_setting('app.org', true), '')::uuid) end,
         changed_at = transaction_timestamp(), version = p.version + 1
       where p.org_id = p_buyer and p.counterparty_id = p_supplier;
     return 'MOVED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.note_places(p_person uuid, p_places bytea[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     insert into organizations.known_place as k (person_id, place) select p_person, u.place from unnest(p_places) as u (place) order by u.place
       on conflict (person_id, place) do update set seen_at = transaction_timestamp() where k.seen_at < transaction_timestamp() - interval '1 hour';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.open_break_glass(p_id uuid, p_session uuid, p_person uuid, p_target uuid, p_reason text, p_life interval)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_member uuid;
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'only an operator breaks the glass'; end if;
     if p_target = (select nullif(current_setting('app.org', true), '')::uuid) then return 'OWN_ORGANIZATION'; end if;
     select m.member_id into v_member from organizations.membership m where m.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and m.person_id = p_person;
     if not found then raise exception using errcode = 'EN403', message = 'not a member of the operator'; end if;
     if not exists (select from organizations.organization o where o.id = p_target) then raise exception using errcode = 'EN404', message = 'organisation not found'; end if;
     insert into organizations.session (id, kind, person_id, org_id, member_id, expires_at)
       values (p_session, 'BREAK_GLASS', p_person, p_target, v_member, transaction_timestamp() + p_life);
     insert into organizations.break_glass (id, operator_id, person_id, target_id, session_id, reason, expires_at)
       values (p_id, (select nullif(current_setting('app.org', true), '')::uuid), p_person, p_target, p_session, p_reason, transaction_timestamp() + p_life);
     perform platform.add_job_for(p_target, 'organizations.note-break-glass', jsonb_build_object('id', p_id, 'operatorId', (select nullif(current_setting('app.org', true), '')::uuid), 'reason', p_reason,
       'expiresAt', to_char((transaction_timestamp() + p_life) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')));
     return 'OPENED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.open_session(p_session uuid, p_person uuid, p_hash bytea, p_idle interval, p_life interval, p_user_agent text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_member uuid;
   begin
     select m.member_id into v_member from organizations.membership m join organizations.organization o on o.id = m.org_id
       join organizations.person p on p.id = m.person_id
       where m.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and m.person_id = p_person and o.status = 'ACTIVE' and p.status = 'ACTIVE';
     if not found then raise exception using errcode = 'EN403', message = 'no membership here'; end if;
     insert into organizations.session (id, kind, person_id, org_id, member_id, user_agent, expires_at)
       values (p_session, 'USER', p_person, (select nullif(current_setting('app.org', true), '')::uuid), v_member, left(p_user_agent, 300), transaction_timestamp() + p_life);
     insert into organizations.session_token (hash, session_id, expires_at) values (p_hash, p_session, transaction_timestamp() + p_idle);
     return v_member;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.permissions_of(p_kinds text[], p_names text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select coalesce(array_agg(distinct held.permission order by held.permission), '{}') from (
       select unnest(d.permissions) from organizations.default_role d where d.kind = any (p_kinds || 'ANY'::text) and d.name = any (p_names)
       union select unnest(r.permissions) from organizations.role r where r.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.name = any (p_names)) as held (permission)
     where held.permission in (select unnest(a.permissions) from organizations.default_role a where a.kind = any (p_kinds || 'ANY'::text) and a.name = 'ADMIN')
   $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION organizations.person_by_id(p_person uuid)
 RETURNS TABLE(id uuid, email text, name text, locale text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select p.id, p.email, p.name, p.locale from organizations.person p where p.id = p_person and p.status = 'ACTIVE';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.propose_partnership(p_buyer uuid, p_supplier uuid, p_terms jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_status text;
   begin
     if ((select nullif(current_setting('app.org', true), '')::uuid) in (p_buyer, p_supplier)) is not true then raise exception using errcode = 'EN403', message = 'not a party'; end if;
     if not exists (select from organizations.organization o where o.id = p_buyer and 'BUYER' = any (o.roles) and o.status = 'ACTIVE') then return 'NOT_A_BUYER'; end if;
     if not exists (select from organizations.organization o where o.id = p_supplier and 'SUPPLIER' = any (o.roles) and o.status = 'ACTIVE') then return 'NOT_A_SUPPLIER'; end if;
     insert into organizations.partnership (org_id, counterparty_id, status, proposed_by, account_number, payment_terms, delivery_terms)
       values (p_buyer, p_supplier, 'PROPOSED', (select nullif(current_setting('app.org', true), '')::uuid), p_terms ->> 'accountNumber', p_terms ->> 'paymentTerms', p_terms -> 'deliveryTerms')
       on conflict (org_id, counterparty_id) do nothing;
     if found then return 'PROPOSED'; end if;
     select p.status into v_status from organizations.partnership p where p.org_id = p_buyer and p.counterparty_id = p_supplier for update;
     if v_status <> 'ENDED' then return 'EXISTS'; end if;
     update organizations.partnership p set status = 'PROPOSED', proposed_by = (select nullif(current_setting('app.org', true), '')::uuid), account_number = p_terms ->> 'accountNumber',
         payment_terms = p_terms ->> 'paymentTerms', delivery_terms = p_terms -> 'deliveryTerms', changed_at = transaction_timestamp(), version = p.version + 1
       where p.org_id = p_buyer and p.counterparty_id = p_supplier;
     return 'PROPOSED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.purge()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_gone integer := 0;
     v_count integer;
   begin
     delete from organizations.session_token t where t.expires_at < clock_timestamp() - interval '1 day';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     delete from organizations.session s where s.kind = 'USER' and least(s.expires_at, s.revoked_at) < clock_timestamp() - interval '90 days';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     delete from organizations.one_time_token t where t.expires_at < clock_timestamp() - interval '30 days';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     delete from organizations.known_place k where k.seen_at < clock_timestamp() - interval '180 days';
     get diagnostics v_count = row_count; v_gone := v_gone + v_count;
     return v_gone;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.put_invitation_link(p_hash bytea, p_invitation uuid, p_life interval)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     insert into organizations.one_time_token (hash, purpose, org_id, subject_id, expires_at)
       values (p_hash, 'INVITATION', (select nullif(current_setting('app.org', true), '')::uuid), p_invitation, transaction_timestamp() + p_life);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.refresh_member(p_member uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update organizations.member m set email = p.email, name = p.name
       from organizations.person p where p.id = m.person_id and m.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and m.id = p_member;
     return found;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.request_email_change(p_person uuid, p_email text, p_hash bytea, p_life interval)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = p_person and t.purpose = 'EMAIL_CHANGE' and t.used_at is null;
     if exists (select from organizations.person p where p.email = p_email) then return false; end if;
     insert into organizations.one_time_token (hash, purpose, person_id, email, expires_at)
       values (p_hash, 'EMAIL_CHANGE', p_person, p_email, transaction_timestamp() + p_life);
     return true;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.request_password_reset(p_email text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform platform.add_job_for(null, 'organizations.mail-password-reset', jsonb_build_object('email', p_email),
       'password-reset:' || encode(sha256(convert_to(p_email, 'UTF8')), 'hex'));
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.reset_password(p_hash bytea, p_password_hash text)
 RETURNS TABLE(id uuid, email text, name text, locale text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_person uuid;
   begin
     update organizations.one_time_token t set used_at = clock_timestamp()
       where t.hash = p_hash and t.purpose = 'PASSWORD_RESET' and t.used_at is null and t.expires_at > clock_timestamp() returning t.person_id into v_person;
     if not found then return; end if;
     update organizations.person p set password_hash = p_password_hash, password_changed_at = clock_timestamp(), version = p.version + 1 where p.id = v_person;
     update organizations.one_time_token t set used_at = clock_timestamp() where t.person_id = v_person and t.used_at is null;
     perform organizations.revoke_sessions(v_person);
     return query select p.id, p.email, p.name, p.locale from organizations.person p where p.id = v_person;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.revoke_session(p_session uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update organizations.session s set revoked_at = clock_timestamp() where s.id = p_session and s.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and s.revoked_at is null;
     return found;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.revoke_session_by_token(p_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update organizations.session s set revoked_at = clock_timestamp()
       where s.id = (select t.session_id from organizations.session_token t where t.hash = p_hash) and s.revoked_at is null;
     return found;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.revoke_sessions(p_person uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_count integer;
   begin
     update organizations.session s set revoked_at = clock_timestamp() where s.person_id = p_person and s.revoked_at is null;
     get diagnostics v_count = row_count;
     return v_count;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.rotate_session(p_hash bytea, p_new_hash bytea, p_idle interval)
 RETURNS TABLE(outcome text, session_id uuid, org_id uuid, person_id uuid, member_id uuid, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_session record;
     v_token record;
   begin
     select s.id, s.org_id, s.person_id, s.member_id, s.expires_at, s.revoked_at into v_session from organizations.session s
       where s.id = (select t.session_id from organizations.session_token t where t.hash = p_hash) for update;
     if not found then
       return query select 'UNKNOWN'::text, null::uuid, null::uuid, null::uuid, null::uuid, null::timestamptz;
       return;
     end if;
     select t.used_at, t.expires_at into v_token from organizations.session_token t where t.hash = p_hash;
     if v_session.revoked_at is null and v_token.used_at < clock_timestamp() - interval '10 seconds' then
       update organizations.session s set revoked_at = clock_timestamp() where s.id = v_session.id;
       return query select 'REUSED'::text, v_session.id, v_session.org_id, v_session.person_id, v_session.member_id, v_session.expires_at;
       return;
     end if;
     if v_session.revoked_at is not null or least(v_session.expires_at, v_token.expires_at) <= clock_timestamp()
       or not exists (select from organizations.membership m join organizations.organization o on o.id = m.org_id
                      where m.org_id = v_session.org_id and m.member_id = v_session.member_id and o.status = 'ACTIVE') then
       return query select 'ENDED'::text, v_session.id, v_session.org_id, v_session.person_id, v_session.member_id, v_session.expires_at;
       return;
     end if;
     update organizations.session_token t set used_at = clock_timestamp() where t.session_id = v_session.id and t.used_at is null;
     insert into organizations.session_token (hash, session_id, expires_at)
       values (p_new_hash, v_session.id, least(v_session.expires_at, clock_timestamp() + p_idle));
     return query select 'ROTATED'::text, v_session.id, v_session.org_id, v_session.person_id, v_session.member_id, v_session.expires_at;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.set_organization_status(p_id uuid, p_status text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if not organizations.acts_as_operator() then raise exception using errcode = 'EN403', message = 'only an operator suspends organisations'; end if;
     if p_id = (select nullif(current_setting('app.org', true), '')::uuid) then return 'OWN_ORGANIZATION'; end if;
     update organizations.organization o set status = p_status, version = o.version + 1 where o.id = p_id and o.status <> p_status;
     if found then return 'CHANGED'; end if;
     if exists (select from organizations.organization o where o.id = p_id) then return 'UNCHANGED'; end if;
     raise exception using errcode = 'EN404', message = 'organisation not found';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.store_api_key_secret(p_key uuid, p_prefix text, p_hash bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if not exists (select from organizations.api_key k where k.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and k.id = p_key and k.prefix = p_prefix) then
       raise exception using errcode = 'EN404', message = 'key not found';
     end if;
     insert into organizations.api_key_secret (prefix, org_id, key_id, hash) values (p_prefix, (select nullif(current_setting('app.org', true), '')::uuid), p_key, p_hash);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION organizations.tell(p_topic text, p_org uuid, p_id uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select pg_notify('entrepot', json_build_object('topic', p_topic, 'orgId', p_org, 'id', p_id)::text)
   $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION organizations.tell_card()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform organizations.tell('organization.changed', new.id, new.id);
     -- Runs inside the definer functions that change cards: what a suspended operator had opened elsewhere ends too.
     if new.status <> 'ACTIVE' or not 'OPERATOR' = any (new.roles) then
       update organizations.session s set revoked_at = clock_timestamp() from organizations.break_glass b
         where b.operator_id = new.id and s.id = b.session_id and s.revoked_at is null;
     end if;
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION organizations.tell_member()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform organizations.tell('member.changed', new.org_id, new.id);
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION organizations.tell_revoked()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform organizations.tell('session.revoked', new.org_id, new.id);
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION organizations.tell_role()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform organizations.tell('role.changed', old.org_id, old.id);
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION organizations.use_link(p_hash bytea, p_purpose text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update organizations.one_time_token t set used_at = clock_timestamp()
       where t.hash = p_hash and t.purpose = p_purpose and t.used_at is null and t.expires_at > clock_timestamp();
     return found;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION platform.acting_org()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
         select nullif(current_setting('app.org', true), '')::uuid
       $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION platform.add_job(p_task text, p_payload jsonb, p_key text DEFAULT NULL::text, p_run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_max_attempts integer DEFAULT 12)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     declare
       v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     begin
       if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
       return (graphile_worker.add_job(p_task, (p_payload || jsonb_build_object('orgId', v_org))::json,
         job_key => v_org || ':' || p_key, run_at => p_run_at, max_attempts => p_max_attempts)).id;
     end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION platform.add_job_for(p_org uuid, p_task text, p_payload jsonb, p_key text DEFAULT NULL::text, p_run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_max_attempts integer DEFAULT 12)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     begin
       return (graphile_worker.add_job(p_task, (p_payload || jsonb_build_object('orgId', p_org))::json,
         job_key => coalesce(p_org::text, 'hub') || ':' || p_key, run_at => p_run_at, max_attempts => p_max_attempts)).id;
     end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION platform.next_number(p_prefix text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_year integer := extract(year from transaction_timestamp() at time zone 'UTC');
     v_value bigint;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     insert into platform.counter as c (org_id, name, year, value) values (v_org, p_prefix, v_year, 1)
       on conflict (org_id, name, year) do update set value = c.value + 1 returning c.value into v_value;
     return p_prefix || '-' || v_year || '-' || lpad(v_value::text, greatest(6, length(v_value::text)), '0');
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION platform.purge()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     declare
       v_gone integer := 0;
       v_count integer;
     begin
       delete from platform.job_fence f where f.done_at < clock_timestamp() - interval '30 days';
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       delete from platform.idempotency_key k where k.created_at < clock_timestamp() - interval '30 days';
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       delete from platform.throttle t where t.expire < (extract(epoch from clock_timestamp()) * 1000)::bigint;
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       delete from platform.worker_beat b where b.beat_at < clock_timestamp() - interval '1 day';
       get diagnostics v_count = row_count; v_gone := v_gone + v_count;
       return v_gone;
     end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION platform.queue_mail(p_to text, p_subject text, p_text text, p_html text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_id uuid;
   begin
     insert into platform.mail (org_id, recipient, subject, text, html) values (v_org, p_to, p_subject, p_text, p_html) returning id into v_id;
     perform platform.add_job_for(v_org, 'platform.send-mail', jsonb_build_object('id', v_id));
     return v_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION platform.read_outbox(p_before uuid, p_limit integer)
 RETURNS TABLE(id uuid, org_id uuid, recipient text, subject text, text text, html text, state text, attempts integer, error text, created_at timestamp with time zone, sent_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select m.id, m.org_id, m.recipient, m.subject, m.text, m.html, m.state, m.attempts, m.error, m.created_at, m.sent_at
       from platform.mail m
       where (p_before is null or m.id < p_before)
         and exists (select from organizations.organization o
                     where o.id = nullif(current_setting('app.org', true), '')::uuid and 'OPERATOR' = any (o.roles) and o.status = 'ACTIVE')
       order by m.id desc limit least(p_limit, 101);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION platform.settle_mail(p_id uuid, p_state text, p_error text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update platform.mail m set state = p_state, error = p_error, sent_at = case p_state when 'SENT' then clock_timestamp() end
       where m.id = p_id and m.state <> 'SENT';
     return found;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION platform.take_mail(p_id uuid)
 RETURNS TABLE(id uuid, recipient text, subject text, text text, html text, attempts integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query update platform.mail m set attempts = m.attempts + 1 where m.id = p_id and m.state in ('QUEUED', 'FAILED', 'KEPT')
       returning m.id, m.recipient, m.subject, m.text, m.html, m.attempts;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION platform.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
         select encode(overlay(uuid_send(gen_random_uuid())
           placing int8send(((us / 1000) << 16) | 28672 | ((us % 1000) * 4096 / 1000)) from 1 for 8), 'hex')::uuid
         from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) t
       $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION procurement.amend_order(p_org uuid, p_order uuid, p_move jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return procurement.move_order('BUYER', p_org, p_order, p_move);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.amount_of(p_org uuid, p_order uuid, p_line uuid, p_live boolean)
 RETURNS numeric
 LANGUAGE plpgsql
 STABLE
AS $function$
   declare
     v_over numeric := 0;
     v_under numeric := 1;
     v_minor integer;
     r record;
   begin
     select o.minor_units into v_minor from procurement.purchase_order o where o.org_id = p_org and o.id = p_order;
     -- A line in graduated breaks shows an average price; its amount is the one it was placed at, by quantity.
     for r in select sum(s.quantity) * p.over as over, p.under
              from procurement.order_line l join procurement.schedule_line s on (s.org_id, s.order_id, s.line_id) = (l.org_id, l.order_id, l.id)
              cross join lateral (select
                case when s.price_amount is null and l.exact_amount is not null then l.exact_amount else l.factor_num * coalesce(s.price_amount, l.price_amount) end as over,
                case when s.price_amount is null and l.exact_amount is not null then l.exact_quantity else l.factor_den * coalesce(s.price_basis, l.price_basis) end as under) p
              where l.org_id = p_org and l.order_id = p_order and l.id = p_line and not (p_live and s.status in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT'))
              group by p.over, p.under loop
       v_over := v_over * r.under + r.over * v_under;
       v_under := v_under * r.under;
     end loop;
     return round(div(2 * v_over * 10::numeric ^ v_minor + v_under, 2 * v_under) / 10::numeric ^ v_minor, v_minor);
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION procurement.announce_placed(p_order uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     if not exists (select from procurement.purchase_order p where p.org_id = v_org and p.id = p_order and p.version = 1)
     then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     perform procurement.tell_parties(v_org, p_order, 'order.placed.v1');
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.announce_rotable(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform platform.add_job_for(r.counterparty_id, 'procurement.tell-rotable', jsonb_build_object('id', r.id, 'seq', 1))
       from procurement.rotable r where r.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.id = p_id and r.version = 1;
     perform pg_notify('entrepot', json_build_object('topic', 'rotable.changed', 'orgId', o.org, 'id', r.id)::text)
       from procurement.rotable r cross join lateral unnest(array[r.org_id, r.counterparty_id]) as o (org) where r.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.id = p_id and r.version = 1;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.announce_urgent(p_request uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform platform.add_job_for(o.org, 'procurement.tell-contacts', jsonb_build_object('buyerId', r.org_id, 'id', r.id, 'seq', 1))
       from procurement.urgent_request r cross join lateral unnest(array[r.org_id, r.counterparty_id]) as o (org) where r.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.id = p_request;
     perform pg_notify('entrepot', json_build_object('topic', 'urgent.changed', 'orgId', o.org, 'id', r.id)::text)
       from procurement.urgent_request r cross join lateral unnest(array[r.org_id, r.counterparty_id]) as o (org) where r.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.id = p_request;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.answer_order(p_org uuid, p_order uuid, p_move jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if not exists (select from organizations.partnership t where t.org_id = p_org and t.counterparty_id = nullif(current_setting('app.org', true), '')::uuid and t.status <> 'PROPOSED')
     then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     return procurement.move_order('SUPPLIER', p_org, p_order, p_move);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.bill_core(p_row procurement.rotable, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform procurement.charge_rotable(p_row, 'DEPOSIT_RETURNED', 1, -(p_row.terms ->> 'deposit')::numeric);
     if p_row.terms ->> 'billedAt' = 'OUTRIGHT' then
       perform procurement.charge_rotable(p_row, 'OUTRIGHT', 1, (p_row.terms ->> 'outrightPrice')::numeric);
       perform procurement.charge_rotable(p_row, 'FEE_CREDITED', 1, -p_row.fee);
     else
       perform procurement.charge_rotable(p_row, 'CORE_VALUE', 1, (p_row.terms ->> 'coreValue')::numeric);
     end if;
     update procurement.rotable r set status = 'BILLED', closed_at = p_now, due_at = null, in_open = false where r.org_id = p_row.org_id and r.id = p_row.id;
     update procurement.rotable_clock c set settled_at = p_now where c.org_id = p_row.org_id and c.rotable_id = p_row.id and c.fired_at is null and c.settled_at is null;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.charge_rotable(p_row procurement.rotable, p_kind text, p_n integer, p_amount numeric)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if coalesce(p_amount, 0) = 0 then return; end if;
     insert into procurement.rotable_charge (org_id, rotable_id, counterparty_id, kind, n, amount, currency, at)
       values (p_row.org_id, p_row.id, p_row.counterparty_id, p_kind, p_n, p_amount, case p_kind when 'FEE_CREDITED' then p_row.fee_currency else p_row.currency end, transaction_timestamp());
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.check_schedule_sum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   declare
     v_line uuid := case tg_table_name when 'order_line' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(coalesce(new, old)) ->> 'line_id')::uuid end;
     v_org uuid := (to_jsonb(coalesce(new, old)) ->> 'org_id')::uuid;
     v_order uuid := (to_jsonb(coalesce(new, old)) ->> 'order_id')::uuid;
   begin
     if exists (select from procurement.order_line l where l.org_id = v_org and l.order_id = v_order and l.id = v_line
                and l.quantity is distinct from (select sum(s.quantity) from procurement.schedule_line s where s.org_id = v_org and s.order_id = v_order and s.line_id = v_line))
     then raise exception using errcode = '23514', message = 'the schedule lines do not add up to the line'; end if;
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION procurement.claim_serial(p_row procurement.rotable, p_step jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_event text := p_step ->> 'event';
     v_set jsonb := coalesce(p_step -> 'set', '{}');
     v_now timestamptz := (p_step ->> 'now')::timestamptz;
     v_part text := coalesce(v_set ->> 'inPart', case when p_row.status <> 'REJECTED' then p_row.in_part end, p_row.part_number);
     v_serial text := coalesce(v_set ->> 'inSerial', case when p_row.status <> 'REJECTED' then p_row.in_serial end);
   begin
     if v_event = 'SEND' then
       v_part := p_row.part_number; v_serial := v_set ->> 'outSerial';
       -- A unit that is in the shop, or whose core is not accepted yet, is not the supplier's to send.
       if exists (select from procurement.rotable r where r.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.in_open and r.in_part = v_part and r.in_serial = v_serial and not (r.kind = 'CORE' and r.status = 'ACCEPTED') and r.received_at is not null)
       then return 'SERIAL_TAKEN'; end if;
       update procurement.rotable r set in_open = false where r.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.in_open and r.in_part = v_part and r.in_serial = v_serial and r.status = 'ACCEPTED';
       update procurement.rotable_serial s set released_at = v_now where s.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and s.direction = 'IN' and s.part_number = v_part and s.serial = v_serial and s.released_at is null;
       insert into procurement.rotable_serial (org_id, rotable_id, direction, part_number, serial, buyer_id, n, claimed_at)
         values (p_row.counterparty_id, p_row.id, 'OUT', v_part, v_serial, p_row.org_id, 1, v_now);
     elsif v_event in ('SHIP', 'RECEIVE') then
       if v_serial is null then return 'SERIAL_MISSING'; end if;
       if p_row.kind = 'CORE' and v_part = p_row.part_number and v_serial = p_row.out_serial then return 'SAME_UNIT'; end if;
       update procurement.rotable r set in_part = v_part, in_serial = v_serial, in_open = true where r.org_id = p_row.org_id and r.id = p_row.id;
       if v_event = 'RECEIVE' then
         update procurement.rotable_serial s set released_at = v_now where s.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and s.direction = 'OUT' and s.part_number = v_part and s.serial = v_serial and s.released_at is null;
         insert into procurement.rotable_serial (org_id, rotable_id, direction, part_number, serial, buyer_id, n, claimed_at)
           select p_row.counterparty_id, p_row.id, 'IN', v_part, v_serial, p_row.org_id, count(*) + 1, v_now from procurement.rotable_serial s
           where s.org_id = p_row.counterparty_id and s.rotable_id = p_row.id and s.direction = 'IN';
       end if;
     elsif v_event in ('REJECT', 'RETURN', 'SCRAP', 'CANCEL') then
       update procurement.rotable r set in_open = false where r.org_id = p_row.org_id and r.id = p_row.id;
       update procurement.rotable_serial s set released_at = v_now where s.org_id = p_row.counterparty_id and s.rotable_id = p_row.id and s.direction = 'IN' and s.released_at is null;
     end if;
     return 'OK';
   exception when unique_violation then return 'SERIAL_TAKEN';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.fire_rotable(p_buyer uuid, p_id uuid, p_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_row procurement.rotable;
     v_mark record;
     v_kind text;
     v_fired integer := 0;
   begin
     select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id and (select nullif(current_setting('app.org', true), '')::uuid) in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such core or repair'; end if;
     for v_mark in
       select c.* from procurement.rotable_clock c where c.org_id = p_buyer and c.rotable_id = p_id and c.fired_at is null and c.settled_at is null and c.due_at <= p_now
       order by c.due_at, array_position(array['WARNING', 'DUE', 'FEE', 'BILL'], c.mark), c.n
     loop
       exit when v_row.status = 'BILLED';
       update procurement.rotable_clock c set fired_at = p_now where (c.org_id, c.rotable_id, c.generation, c.clock, c.mark, c.n)
         = (p_buyer, p_id, v_mark.generation, v_mark.clock, v_mark.mark, v_mark.n);
       v_fired := v_fired + 1;
       v_kind := case v_mark.mark when 'DUE' then 'OVERDUE' when 'FEE' then 'LATE_FEE' when 'BILL' then 'BILL_DUE' else v_mark.mark end;
       if v_mark.mark = 'DUE' then
         update procurement.rotable r set late_since = coalesce(r.late_since, v_mark.due_at), status = case r.status when 'DUE' then 'LATE' else r.status end
           where r.org_id = p_buyer and r.id = p_id;
       elsif v_mark.mark = 'FEE' then
         perform procurement.charge_rotable(v_row, 'LATE_FEE', v_mark.n, (v_row.terms ->> 'lateFee')::numeric);
       elsif v_mark.mark = 'BILL' and v_row.status in ('DUE', 'LATE', 'REJECTED') then
         perform procurement.bill_core(v_row, p_now);
         v_kind := 'BILLED';
       end if;
       select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id;
       perform procurement.log_rotable(v_row, v_kind, p_now, jsonb_build_object('detail',
         jsonb_build_object('clock', v_mark.clock, 'n', v_mark.n, 'dueAt', to_char(v_mark.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))));
     end loop;
     if v_fired > 0 then update procurement.rotable r set version = r.version + 1 where r.org_id = p_buyer and r.id = p_id; end if;
     return v_fired;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.fire_urgent(p_buyer uuid, p_request uuid, p_now timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_request record;
     v_mark record;
     v_seq integer;
     v_fired integer := 0;
   begin
     select r.org_id, r.id, r.counterparty_id into v_request from procurement.urgent_request r
       where r.org_id = p_buyer and r.id = p_request and (select nullif(current_setting('app.org', true), '')::uuid) in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such request'; end if;
     select coalesce(max(e.seq), 0) into v_seq from procurement.urgent_event e where e.org_id = p_buyer and e.request_id = p_request;
     for v_mark in
       select c.generation, c.clock, c.mark, c.level, c.due_at from procurement.urgent_clock c
       where c.org_id = p_buyer and c.request_id = p_request and c.fired_at is null and c.settled_at is null and c.due_at <= p_now
       order by c.due_at, c.clock, c.level
     loop
       update procurement.urgent_clock c set fired_at = p_now where c.org_id = p_buyer and c.request_id = p_request
         and c.generation = v_mark.generation and c.clock = v_mark.clock and c.level = v_mark.level;
       v_seq := v_seq + 1; v_fired := v_fired + 1;
       insert into procurement.urgent_event (org_id, request_id, seq, counterparty_id, kind, at, detail)
         values (p_buyer, p_request, v_seq, v_request.counterparty_id, v_mark.mark, p_now,
           jsonb_build_object('clock', v_mark.clock, 'level', v_mark.level, 'dueAt', to_char(v_mark.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
       perform platform.add_job_for(o.org, 'procurement.tell-contacts', jsonb_build_object('buyerId', p_buyer, 'id', p_request, 'seq', v_seq))
         from unnest(array[v_request.org_id, v_request.counterparty_id]) as o (org);
     end loop;
     if v_fired > 0 then
       update procurement.urgent_request r set version = r.version + 1 where r.org_id = p_buyer and r.id = p_request;
       perform pg_notify('entrepot', json_build_object('topic', 'urgent.changed', 'orgId', o.org, 'id', p_request)::text) from unnest(array[v_request.org_id, v_request.counterparty_id]) as o (org);
     end if;
     return v_fired;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.fit_cores(p_org uuid, p_order uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_line record;
     v_row procurement.rotable;
     v_more procurement.rotable;
   begin
     for v_line in
       select c.line_id, count(*) filter (where c.status <> 'CANCELLED') as cores, max(c.unit) as last,
         (select coalesce(sum(s.quantity), 0) from procurement.schedule_line s where s.org_id = p_org and s.order_id = p_order and s.line_id = c.line_id and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT')) as live
       from procurement.rotable c where c.org_id = p_org and c.order_id = p_order and c.kind = 'CORE' group by c.line_id order by c.line_id
     loop
       for v_row in
         select r.* from procurement.rotable r where r.org_id = p_org and r.order_id = p_order and r.line_id = v_line.line_id and r.status = 'AWAITED'
         order by r.unit desc limit greatest(v_line.cores - v_line.live, 0) for update
       loop
         update procurement.rotable r set status = 'CANCELLED', closed_at = transaction_timestamp(), version = r.version + 1 where r.org_id = p_org and r.id = v_row.id;
         perform procurement.log_rotable(v_row, 'CANCEL', transaction_timestamp(), jsonb_build_object('quiet', true, 'org', (select nullif(current_setting('app.org', true), '')::uuid)));
       end loop;
       select r.* into v_more from procurement.rotable r where r.org_id = p_org and r.order_id = p_order and r.line_id = v_line.line_id and r.unit = 1;
       for n in 1 .. least(floor(v_line.live), 100)::integer - v_line.cores loop
         v_row := v_more;
         v_row.id := platform.uuid_v7(); v_row.unit := v_line.last + n; v_row.number := regexp_replace(v_more.number, '-1$', '-' || v_row.unit);
         insert into procurement.rotable (org_id, id, counterparty_id, kind, number, offer_id, part_id, part_number, supplier_part, description, order_id, line_id, unit, terms, currency, fee,
             fee_currency, status, opened_at)
           values (p_org, v_row.id, v_row.counterparty_id, 'CORE', v_row.number, v_row.offer_id, v_row.part_id, v_row.part_number, v_row.supplier_part, v_row.description, p_order,
             v_line.line_id, v_row.unit, v_row.terms, v_row.currency, v_row.fee, v_row.fee_currency, 'AWAITED', transaction_timestamp());
         perform procurement.log_rotable(v_row, 'OPENED', transaction_timestamp(), jsonb_build_object('quiet', true, 'org', (select nullif(current_setting('app.org', true), '')::uuid)));
       end loop;
       update procurement.rotable r set fee = s.fee from (
         select c.id, round(l.live_amount * c.place / c.units, scale(l.live_amount)) - round(l.live_amount * (c.place - 1) / c.units, scale(l.live_amount)) as fee
         from (select x.id, row_number() over (order by x.unit) as place, count(*) over () as units from procurement.rotable x
           where x.org_id = p_org and x.order_id = p_order and x.line_id = v_line.line_id and x.status <> 'CANCELLED') c
         join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = v_line.line_id) s
       where r.org_id = p_org and r.id = s.id and r.status not in ('ACCEPTED', 'BILLED', 'CANCELLED') and r.fee is distinct from s.fee;
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.issue_watch_mail(p_hash bytea, p_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     delete from procurement.watch_mail m where m.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and m.person_id = p_person and m.issued_at < transaction_timestamp() - interval '90 days';
     insert into procurement.watch_mail (token_hash, org_id, person_id) values (p_hash, (select nullif(current_setting('app.org', true), '')::uuid), p_person);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.key_watch(p_watch uuid, p_keys text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     delete from procurement.watch_key k where k.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and k.watch_id = p_watch;
     insert into procurement.watch_key (key, org_id, watch_id) select distinct x, (select nullif(current_setting('app.org', true), '')::uuid), p_watch from unnest(p_keys) as x;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.lock_order(p_order uuid)
 RETURNS TABLE(org_id uuid, counterparty_id uuid, version integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query select p.org_id, p.counterparty_id, p.version from procurement.purchase_order p
       where p.id = p_order and (p.org_id = v_org or p.counterparty_id = v_org) for update;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.log_rotable(p_row procurement.rotable, p_kind text, p_now timestamp with time zone, p_said jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_seq integer;
     v_actor uuid := (p_said ->> 'org')::uuid;
   begin
     select coalesce(max(e.seq), 0) + 1 into v_seq from procurement.rotable_event e where e.org_id = p_row.org_id and e.rotable_id = p_row.id;
     insert into procurement.rotable_event (org_id, rotable_id, seq, counterparty_id, kind, at, actor_org, actor_member, detail)
       values (p_row.org_id, p_row.id, v_seq, p_row.counterparty_id, p_kind, p_now, v_actor, (p_said ->> 'member')::uuid, coalesce(p_said -> 'detail', '{}'));
     -- A step is told to the other party, what a clock did to both.
     perform platform.add_job_for(o.org, 'procurement.tell-rotable', jsonb_build_object('id', p_row.id, 'seq', v_seq))
       from unnest(array[p_row.org_id, p_row.counterparty_id]) as o (org) where o.org is distinct from v_actor and not p_said ? 'quiet';
     perform pg_notify('entrepot', json_build_object('topic', 'rotable.changed', 'orgId', o.org, 'id', p_row.id)::text) from unnest(array[p_row.org_id, p_row.counterparty_id]) as o (org);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.move_certificate(p_order uuid, p_certificate uuid, p_step jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_row procurement.line_certificate;
     v_party text;
     v_event text := p_step ->> 'event';
     v_status text;
     v_wanted numeric;
   begin
     select c.* into v_row from procurement.line_certificate c where c.order_id = p_order and c.id = p_certificate and v_org in (c.org_id, c.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'certificate not found'; end if;
     v_party := case when v_event = 'WAIVE' then case when v_org = v_row.org_id and v_row.source <> 'GATE' then 'BUYER' end
       when (v_org = v_row.org_id) = (v_row.provider = 'BUYER') then 'PROVIDER' else 'REVIEWER' end;
     if not exists (select from procurement.certificate_edge e where e.by_party = v_party and e.event = v_event and e.from_status = v_row.status) then return null; end if;
     if v_event = 'ATTACH' then
       insert into procurement.certificate_file (org_id, order_id, certificate_id, counterparty_id, sha256, size, media_type, name, number, issuer, dated_on, part_number, lot_number, serial_number, dual_release, quantity, flags, attached_by)
         select v_row.org_id, v_row.order_id, v_row.id, v_row.counterparty_id, f.sha256, f.size, f."mediaType", f.name, f.number, f.issuer, f."datedOn", f."partNumber", f."lotNumber", f."serialNumber", f."dualRelease", f.quantity,
           array(select jsonb_array_elements_text(f.flags)), p_step -> 'by'
         from jsonb_to_record(p_step -> 'file') as f (sha256 text, size bigint, "mediaType" text, name text, number text, issuer text, "datedOn" date, "partNumber" text, "lotNumber" text, "serialNumber" text, "dualRelease" boolean, quantity numeric, flags jsonb);
     elsif v_event in ('ACCEPT', 'REFUSE') then
       update procurement.certificate_file f set status = case v_event when 'ACCEPT' then 'ACCEPTED' else 'REFUSED' end, checklist = array(select jsonb_array_elements_text(p_step -> 'checklist')),
           reason = p_step ->> 'reason', reviewed_by = p_step -> 'by', reviewed_at = transaction_timestamp()
         where f.org_id = v_row.org_id and f.order_id = v_row.order_id and f.certificate_id = v_row.id and f.id = (p_step ->> 'file')::uuid and f.status = 'ATTACHED';
       if not found then return null; end if;
     end if;
     select l.quantity into v_wanted from procurement.order_line l where l.org_id = v_row.org_id and l.order_id = v_row.order_id and l.id = v_row.line_id;
     -- One certificate may come in several files, per lot: it is accepted when those that were cover the line.
     v_status := case v_event when 'PROMISE' then 'PROMISED' when 'WAIVE' then 'WAIVED' else
       (select case when bool_or(f.status = 'ATTACHED') then 'ATTACHED' when coalesce(sum(f.quantity) filter (where f.status = 'ACCEPTED'), 0) >= v_wanted then 'ACCEPTED'
          when (array_agg(f.status order by f.reviewed_at desc, f.id desc))[1] = 'REFUSED' then 'REFUSED' else 'PROMISED' end
        from procurement.certificate_file f where f.org_id = v_row.org_id and f.order_id = v_row.order_id and f.certificate_id = v_row.id) end;
     update procurement.line_certificate c set status = v_status, reason = p_step ->> 'reason', moved_by = p_step -> 'by', moved_at = transaction_timestamp(), version = c.version + 1
       where c.org_id = v_row.org_id and c.order_id = v_row.order_id and c.id = v_row.id;
     if v_status = 'ACCEPTED' then
       update procurement.gate_check g set status = 'SATISFIED' where g.org_id = v_row.org_id and g.order_id = v_row.order_id and g.certificate_id = v_row.id and g.status = 'OPEN';
     end if;
     perform pg_notify('entrepot', json_build_object('topic', 'order.changed', 'orgId', t.org, 'id', p_order)::text) from (values (v_row.org_id), (v_row.counterparty_id)) t (org);
     return v_status;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.move_order(p_side text, p_org uuid, p_order uuid, p_move jsonb)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_version integer;
     v_partner uuid;
     v_count integer;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select p.version, p.counterparty_id into v_version, v_partner from procurement.purchase_order p
       where p.org_id = p_org and p.id = p_order and v_org = case p_side when 'BUYER' then p.org_id else p.counterparty_id end for update;
     if not found then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     if v_version is distinct from (p_move ->> 'version')::integer then raise exception using errcode = '40001', message = 'the order moved meanwhile'; end if;

     insert into procurement.schedule_line (org_id, order_id, line_id, id, counterparty_id, quantity, status, base, ship_on, deliver_on,
         price_amount, price_basis, substitute, proposal, request, reason, raw_status)
       select s.org_id, s.order_id, s.line_id, x.id, s.counterparty_id, x.quantity, s.status, s.base, s.ship_on, s.deliver_on,
         s.price_amount, s.price_basis, s.substitute, s.proposal, s.request, s.reason, s.raw_status
       from jsonb_to_recordset(p_move -> 'splits') as x (id uuid, source uuid, quantity numeric)
       join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = x.source;
     get diagnostics v_count = row_count;
     if v_count <> jsonb_array_length(p_move -> 'splits') then raise exception using errcode = 'EN409', message = 'a split names no schedule line'; end if;
     update procurement.schedule_line s set quantity = s.quantity - x.quantity
       from (select t.source, sum(t.quantity) as quantity from jsonb_to_recordset(p_move -> 'splits') as t (source uuid, quantity numeric) group by t.source) x
       where s.org_id = p_org and s.order_id = p_order and s.id = x.source;

     update procurement.order_line l set quantity = l.quantity + d.more, need_by = coalesce(d.need_by, l.need_by)
       from (select s.line_id, sum(coalesce((t.terms ->> 'quantity')::numeric, s.quantity) - s.quantity) as more,
               max(case when t.event = 'GRANT' then (t.terms ->> 'deliverOn')::date end) as need_by
             from (select x.id, x.event, case x.event when 'ACCEPT' then y.proposal else y.request end as terms
                   from jsonb_to_recordset(p_move -> 'steps') as x (id uuid, event text)
                   join procurement.schedule_line y on y.org_id = p_org and y.order_id = p_order and y.id = x.id
                   where x.event = 'ACCEPT' and y.proposal is not null or x.event = 'GRANT' and y.request is not null) t
             join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id group by s.line_id) d
       where l.org_id = p_org and l.order_id = p_order and l.id = d.line_id and (d.more <> 0 or d.need_by is not null);

     update procurement.schedule_line s set
         status = e.to_status, base = case when e.to_status in ('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED', 'CHANGE_REQUESTED', 'CANCEL_REQUESTED') then e.base_status end,
         quantity = coalesce((a.terms ->> 'quantity')::numeric, s.quantity),
         ship_on = case when e.to_status = 'REJECTED' then null when t.event in ('CONFIRM', 'BACKORDER', 'UNSHIP') then t."shipOn" when t.event = 'SHIP' then coalesce(t."shipOn", s.ship_on) else coalesce((a.terms ->> 'shipOn')::date, s.ship_on) end,
         deliver_on = case when e.to_status = 'REJECTED' then null when t.event in ('CONFIRM', 'BACKORDER', 'UNSHIP') then t."deliverOn" when t.event in ('SHIP', 'RECEIVE') then coalesce(t."deliverOn", s.deliver_on) else coalesce((a.terms ->> 'deliverOn')::date, s.deliver_on) end,
         price_amount = coalesce((a.terms -> 'price' ->> 'amount')::numeric, s.price_amount),
         price_basis = coalesce((a.terms -> 'price' ->> 'basis')::numeric, s.price_basis),
         substitute = coalesce(a.terms -> 'substitute', s.substitute),
         proposal = case when e.to_status in ('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED') then t.proposal end,
         request = case when e.to_status = 'CHANGE_REQUESTED' then t.request end,
         reason = coalesce(t.reason, case when e.to_status in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT') then s.reason end), raw_status = coalesce(t."rawStatus", s.raw_status)
       from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text, "shipOn" date, "deliverOn" date, proposal jsonb, request jsonb, reason text, "rawStatus" text)
       join procurement.schedule_line c on c.org_id = p_org and c.order_id = p_order and c.id = t.id
       cross join lateral (select case when t.event = 'ACCEPT' then c.proposal when t.event = 'GRANT' then c.request end as terms) a
       join procurement.schedule_edge e on e.side = p_side and e.event = t.event and e.from_status = c.status
         and e.base_status = case when c.status in ('REQUESTED', 'CONFIRMED', 'BACKORDERED') then c.status else coalesce(c.base, 'REQUESTED') end
       where s.org_id = p_org and s.order_id = p_order and s.id = c.id;
     get diagnostics v_count = row_count;
     if v_count <> jsonb_array_length(p_move -> 'steps') then raise exception using errcode = 'EN409', message = 'a step has no edge'; end if;

     update procurement.purchase_order p set version = p.version + 1, supplier_number = coalesce(case when p_side = 'SUPPLIER' then p_move ->> 'supplierNumber' end, p.supplier_number),
         acknowledged_at = case when p_side = 'SUPPLIER' then coalesce(p.acknowledged_at, transaction_timestamp()) else p.acknowledged_at end,
         answered_at = case when p_side = 'SUPPLIER' and v_count > 0 then coalesce(p.answered_at, transaction_timestamp()) else p.answered_at end
       where p.org_id = p_org and p.id = p_order;
     perform procurement.take_shipped(p_org, p_order, p_move);
     perform procurement.put_back(p_org, p_order, p_move);
     perform procurement.settle_order(p_org, p_order);
     perform procurement.fit_cores(p_org, p_order);
     insert into procurement.order_event (org_id, order_id, seq, counterparty_id, kind, actor_org, actor_member, channel, message_id, message_hash, detail)
       values (p_org, p_order, v_version + 1, v_partner, p_move ->> 'kind', v_org, (p_move ->> 'member')::uuid, p_move ->> 'channel',
         p_move ->> 'messageId', p_move ->> 'messageHash', coalesce(p_move -> 'detail', '{}'));
     perform procurement.tell_parties(p_org, p_order, p_move ->> 'wire');
     return v_version + 1;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.move_rotable(p_buyer uuid, p_id uuid, p_step jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_row procurement.rotable;
     v_now timestamptz := (p_step ->> 'now')::timestamptz;
     v_event text := p_step ->> 'event';
     v_set jsonb := coalesce(p_step -> 'set', '{}');
     v_to text;
     v_claim text;
   begin
     select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id and (select nullif(current_setting('app.org', true), '')::uuid) in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such core or repair'; end if;
     if v_row.version is distinct from (p_step ->> 'expectedVersion')::integer then return 'VERSION_CONFLICT'; end if;
     perform procurement.fire_rotable(p_buyer, p_id, v_now);
     select r.* into v_row from procurement.rotable r where r.org_id = p_buyer and r.id = p_id;
     select e.to_status into v_to from procurement.rotable_edge e where e.kind = v_row.kind and e.event = v_event and e.from_status = v_row.status
       and e.side = case when v_row.org_id = (select nullif(current_setting('app.org', true), '')::uuid) then 'BUYER' else 'SUPPLIER' end;
     if v_to is null or v_event = 'BILL' and (v_row.status = 'SHIPPED' and v_row.late_since is null or exists (select from procurement.rotable_clock c
         where c.org_id = p_buyer and c.rotable_id = p_id and c.mark = 'BILL' and c.fired_at is null and c.settled_at is null))
       or v_event = 'FINISH' and v_row.status = 'RECEIVED' and v_row.terms ->> 'pricing' <> 'FIXED'
       or v_event = 'RETURN' and v_row.disposition = 'SCRAP' or v_event = 'SCRAP' and v_row.disposition is distinct from 'SCRAP'
       or v_event = 'EXTEND' and (v_set ->> 'dueAt')::timestamptz <= greatest(v_row.due_at, v_now) then return 'NOT_POSSIBLE'; end if;
     if v_event = 'APPROVE' and v_row.quote_until <= v_now then return 'QUOTE_EXPIRED'; end if;
     v_claim := procurement.claim_serial(v_row, p_step);
     if v_claim <> 'OK' then return v_claim; end if;
     update procurement.rotable_clock c set settled_at = v_now where c.org_id = p_buyer and c.rotable_id = p_id and c.fired_at is null and c.settled_at is null and p_step ? 'settle';
     update procurement.rotable r set status = v_to,
         out_serial = case v_event when 'SEND' then v_set ->> 'outSerial' else r.out_serial end,
         out_waybill = case when v_event in ('SEND', 'RETURN') then v_set ->> 'waybill' else r.out_waybill end,
         in_waybill = case v_event when 'SHIP' then v_set ->> 'waybill' else r.in_waybill end,
         certificate = case when v_event in ('SEND', 'FINISH') then v_set ->> 'certificate' else r.certificate end,
         certificate_number = case when v_event in ('SEND', 'FINISH') then v_set ->> 'certificateNumber' else r.certificate_number end,
         findings = case when v_event in ('INSPECT', 'QUOTE') then v_set ->> 'findings' else r.findings end,
         reason_code = case v_event when 'REJECT' then v_set ->> 'reasonCode' else r.reason_code end,
         reason = case when v_event in ('REJECT', 'EXTEND', 'CANCEL', 'REFUSE', 'BILL') then v_set ->> 'reason' else r.reason end,
         quoted = case v_event when 'QUOTE' then (v_set ->> 'amount')::numeric else r.quoted end,
         quote_until = case v_event when 'QUOTE' then (v_set ->> 'quoteUntil')::timestamptz else r.quote_until end,
         disposition = case v_event when 'REFUSE' then v_set ->> 'disposition' else r.disposition end,
         due_at = case when v_to in ('ACCEPTED', 'BILLED', 'RETURNED', 'SCRAPPED', 'CANCELLED') then null when v_set ? 'dueAt' then (v_set ->> 'dueAt')::timestamptz else r.due_at end,
         late_since = case when v_event = 'EXTEND' or r.kind = 'REPAIR' and p_step ? 'settle' then null else r.late_since end,
         sent_at = case v_event when 'SEND' then v_now else r.sent_at end, received_at = case v_event when 'RECEIVE' then v_now else r.received_at end,
         closed_at = case when v_to in ('ACCEPTED', 'BILLED', 'RETURNED', 'SCRAPPED', 'CANCELLED') then v_now end, generation = r.generation + case when p_step ? 'marks' then 1 else 0 end, version = r.version + 1
       where r.org_id = p_buyer and r.id = p_id returning r.* into v_row;
     insert into procurement.rotable_clock (org_id, rotable_id, counterparty_id, generation, clock, mark, n, due_at)
       select p_buyer, p_id, v_row.counterparty_id, v_row.generation, m.clock, m.mark, case m.mark when 'FEE' then m.n + f.charged else m.n end, m."dueAt"
       from jsonb_to_recordset(p_step -> 'marks') as m (clock text, mark text, n smallint, "dueAt" timestamptz)
       -- Counted here, after what was due has fired: fees go on from those that were charged, and no further than was agreed.
       cross join (select count(*) as charged from procurement.rotable_charge c where c.org_id = p_buyer and c.rotable_id = p_id and c.kind = 'LATE_FEE') f
       where p_step ? 'marks' and (m.mark <> 'FEE' or m.n + f.charged <= (v_row.terms ->> 'lateFeesMax')::integer);
     if v_event = 'SEND' then perform procurement.charge_rotable(v_row, 'DEPOSIT', 1, (v_row.terms ->> 'deposit')::numeric);
     elsif v_event = 'ACCEPT' then perform procurement.charge_rotable(v_row, 'DEPOSIT_RETURNED', 1, -(v_row.terms ->> 'deposit')::numeric);
     elsif v_event = 'REFUSE' then perform procurement.charge_rotable(v_row, 'EVALUATION', 1, (v_row.terms ->> 'evaluationFee')::numeric);
     elsif v_event = 'FINISH' then perform procurement.charge_rotable(v_row, 'REPAIR', 1, coalesce(v_row.quoted, (v_row.terms ->> 'price')::numeric));
     end if;
     perform procurement.log_rotable(v_row, v_event, v_now, jsonb_build_object('org', (select nullif(current_setting('app.org', true), '')::uuid), 'member', p_step ->> 'member', 'detail', coalesce(p_step -> 'detail', '{}')));
     if v_event = 'BILL' or v_event = 'REJECT' and (v_row.reason_code = 'BEYOND_REPAIR' or (v_row.terms ->> 'replaceDays')::integer = 0) then
       perform procurement.bill_core(v_row, v_now);
       perform procurement.log_rotable(v_row, 'BILLED', v_now, jsonb_build_object('org', (select nullif(current_setting('app.org', true), '')::uuid), 'member', p_step ->> 'member'));
     end if;
     return 'MOVED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.move_urgent(p_buyer uuid, p_request uuid, p_step jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_request record;
     v_now timestamptz := (p_step ->> 'now')::timestamptz;
     v_kind text := p_step ->> 'kind';
     v_set jsonb := coalesce(p_step -> 'set', '{}');
     v_side text;
     v_seq integer;
   begin
     select r.* into v_request from procurement.urgent_request r where r.org_id = p_buyer and r.id = p_request and (select nullif(current_setting('app.org', true), '')::uuid) in (r.org_id, r.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such request'; end if;
     v_side := case when v_request.org_id = (select nullif(current_setting('app.org', true), '')::uuid) then 'BUYER' else 'SUPPLIER' end;
     if v_request.version is distinct from coalesce((p_step ->> 'expectedVersion')::integer, v_request.version) then return 'VERSION_CONFLICT'; end if;
     if not (v_kind in ('ACCEPTED', 'DECLINED') and v_side = 'SUPPLIER' and v_request.status = 'OPEN'
       or v_kind = 'SHIPPED' and v_side = 'SUPPLIER' and v_request.status = 'ACCEPTED'
       or v_kind in ('CANCELLED', 'RAISED', 'DOWNGRADED') and v_side = 'BUYER' and v_request.status in ('OPEN', 'ACCEPTED')
       or v_kind = 'ORDERED' and v_side = 'BUYER' and v_request.status in ('OPEN', 'ACCEPTED', 'SHIPPED') and v_request.order_id is null
       or v_kind = 'HOLD_EXPIRED' and v_side = 'BUYER' and v_request.held > 0 and not (v_request.status = 'SHIPPED' or v_request.status = 'ACCEPTED' and v_request.po_by is not null)
       or v_kind = 'CONTACTED' and v_request.status in ('OPEN', 'ACCEPTED', 'SHIPPED')) then return 'NOT_POSSIBLE'; end if;
     perform procurement.fire_urgent(p_buyer, p_request, v_now);
     update procurement.urgent_clock c set settled_at = v_now where c.org_id = p_buyer and c.request_id = p_request and c.fired_at is null and c.settled_at is null
       and (p_step -> 'settle') ? c.clock;
     update procurement.urgent_request r set
         status = case when v_kind in ('ACCEPTED', 'DECLINED', 'SHIPPED', 'CANCELLED') then v_kind else r.status end,
         priority = coalesce(v_set ->> 'priority', r.priority), policy = coalesce(v_set -> 'policy', r.policy),
         respond_by = coalesce((v_set ->> 'respondBy')::timestamptz, r.respond_by), ship_by = coalesce((v_set ->> 'shipBy')::timestamptz, r.ship_by),
         responded_at = case when v_kind in ('ACCEPTED', 'DECLINED') then v_now else r.responded_at end,
         promised_at = coalesce((v_set ->> 'promisedAt')::timestamptz, r.promised_at),
         shipped_at = case when v_kind = 'SHIPPED' then v_now else r.shipped_at end, waybill = coalesce(v_set ->> 'waybill', r.waybill),
         closed_at = case when v_kind in ('DECLINED', 'SHIPPED', 'CANCELLED') then v_now else r.closed_at end,
         held = case when v_kind in ('DECLINED', 'SHIPPED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then 0 else r.held end,
         order_id = coalesce((v_set ->> 'orderId')::uuid, r.order_id), generation = r.generation + case when p_step ? 'marks' then 1 else 0 end, version = r.version + 1
       where r.org_id = p_buyer and r.id = p_request;
     insert into procurement.urgent_clock (org_id, request_id, counterparty_id, generation, clock, mark, level, due_at)
       select p_buyer, p_request, v_request.counterparty_id, v_request.generation + 1, m.clock, m.mark, m.level, m."dueAt"
       from jsonb_to_recordset(p_step -> 'marks') as m (clock text, mark text, level smallint, "dueAt" timestamptz) where p_step ? 'marks';
     select max(e.seq) + 1 into v_seq from procurement.urgent_event e where e.org_id = p_buyer and e.request_id = p_request;
     insert into procurement.urgent_event (org_id, request_id, seq, counterparty_id, kind, at, actor_org, actor_member, detail)
       values (p_buyer, p_request, v_seq, v_request.counterparty_id, v_kind, v_now, (select nullif(current_setting('app.org', true), '')::uuid), (p_step ->> 'member')::uuid, coalesce(p_step -> 'detail', '{}'));
     perform pg_notify('entrepot', json_build_object('topic', 'urgent.changed', 'orgId', o.org, 'id', p_request)::text) from unnest(array[v_request.org_id, v_request.counterparty_id]) as o (org);
     if v_kind = 'SHIPPED' and v_request.held > 0 then
       perform supply.consume_stock(jsonb_build_array(jsonb_build_object('line', 'urgent:' || p_request, 'buyer', p_buyer, 'movement', 'shipped')));
     end if;
     if v_kind = 'ORDERED' and v_request.status = 'SHIPPED' then
       perform supply.move_held_stock('CONSUME', (select jsonb_agg(jsonb_build_object('line', l.id, 'buyer', p_buyer, 'supplier', v_request.counterparty_id, 'quantity', t.taken, 'movement', 'urgent ' || p_request))
         from procurement.order_line l, (select sum(g.quantity_delta) as taken from supply.stock_ledger g where g.org_id = v_request.counterparty_id and g.counterparty_id = p_buyer
           and g.reference = 'urgent:' || p_request and g.movement = 'ordered' and g.kind = 'TRANSFER') t
         where l.org_id = p_buyer and l.order_id = (v_set ->> 'orderId')::uuid and t.taken > 0));
     end if;
     if v_request.held > 0 and v_kind in ('DECLINED', 'CANCELLED', 'ORDERED', 'HOLD_EXPIRED') then
       perform supply.release_stock(jsonb_build_array(jsonb_build_object('line', 'urgent:' || p_request, 'buyer', p_buyer, 'supplier', v_request.counterparty_id, 'movement', lower(v_kind))));
     end if;
     return 'MOVED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.place_orders(p_orders jsonb)
 RETURNS TABLE(outcome text, id uuid, number text, line uuid, free numeric)
 LANGUAGE plpgsql
AS $function$
  declare
    v_held jsonb;
    v_refused jsonb;
  begin
    select jsonb_agg(jsonb_build_object('id', o."supplierId")) into v_refused from jsonb_to_recordset(p_orders) as o ("supplierId" uuid)
      where not exists (select from organizations.partnership p where p.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and p.counterparty_id = o."supplierId" and p.status = 'ACTIVE');
    if v_refused is not null then
      return query select distinct 'PARTNERSHIP_INACTIVE', x.id, null::text, null::uuid, null::numeric from jsonb_to_recordset(v_refused) as x (id uuid);
      return;
    end if;

    select jsonb_object_agg(r.line, r.held), jsonb_agg(jsonb_build_object('line', r.line, 'outcome', r.outcome, 'free', r.free)) filter (where r.outcome <> 'HELD')
      into v_held, v_refused
      from supply.reserve_stock((select jsonb_agg(jsonb_build_object('line', l.id, 'supplier', o."supplierId", 'offer', l."offerId", 'quantity', l.quantity, 'backorder', true, 'holds', l.holds))
        from jsonb_to_recordset(p_orders) as o ("supplierId" uuid, lines jsonb) cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, "offerId" uuid, quantity numeric, holds jsonb))) r;
    if v_refused is not null then
      return query select x.outcome, null::uuid, null::text, x.line, x.free from jsonb_to_recordset(v_refused) as x (line uuid, outcome text, free numeric);
      return;
    end if;

    insert into procurement.purchase_order (org_id, id, counterparty_id, number, currency, minor_units, channel, ship_to, bill_to, delivery_terms,
        payment_terms, agreement_id, requested_delivery, note, charges, charges_total, total, live_total)
      select (select nullif(current_setting('app.org', true), '')::uuid), o.id, o."supplierId", coalesce(o.number, procurement.unused_number()), o.currency, o."minorUnits", o.channel, o."shipTo", o."billTo", o."deliveryTerms",
        o."paymentTerms", o."agreementId", o."requestedDelivery", o.note, o.charges, o."chargesTotal", o.total, o.total
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, number text, currency text, "minorUnits" smallint, channel text, "shipTo" jsonb, "billTo" jsonb,
        "deliveryTerms" jsonb, "paymentTerms" text, "agreementId" uuid, "requestedDelivery" date, note text, charges jsonb, "chargesTotal" numeric, total numeric);
    insert into procurement.order_line (org_id, order_id, id, counterparty_id, position, number, part_id, offer_id, supplier_part, buyer_part, manufacturer,
        manufacturer_code, manufacturer_part, description, quantity, order_unit, raw_unit, price_amount, price_basis, price_unit, factor_num, factor_den,
        price_source, line_amount, live_amount, exact_amount, exact_quantity, charges, minimum, multiple, ncnr, cancel_days, price_type, returnable_days, lead_days, need_by, revision, note, requires, reserved)
      select (select nullif(current_setting('app.org', true), '')::uuid), o.id, l.id, o."supplierId", l.position, l.number, l."partId", l."offerId", l."supplierPart", l."buyerPart", l.manufacturer,
        l."manufacturerCode", l."manufacturerPart", l.description, l.quantity, l."orderUnit", l."rawUnit", l."priceAmount", l."priceBasis", l."priceUnit", l."factorNum", l."factorDen",
        l."priceSource", l."lineAmount", l."lineAmount", l."exactAmount", case when l."exactAmount" is not null then l.quantity end, l.charges, l.minimum, l.multiple, l.ncnr, l."cancelDays", l."priceType", l."returnableDays", l."leadDays", l."needBy", l.revision, l.note, l.requires,
        (v_held ->> l.id::text)::numeric
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, lines jsonb)
      cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, position integer, number text, "partId" uuid, "offerId" uuid, "supplierPart" text, "buyerPart" text,
        manufacturer text, "manufacturerCode" text, "manufacturerPart" text, description text, quantity numeric, "orderUnit" text, "rawUnit" text, "priceAmount" numeric,
        "priceBasis" numeric, "priceUnit" text, "factorNum" numeric, "factorDen" numeric, "priceSource" text, "lineAmount" numeric, "exactAmount" numeric, charges jsonb, minimum numeric,
        multiple numeric, ncnr boolean, "cancelDays" integer, "priceType" text, "returnableDays" integer, "leadDays" integer, "needBy" date, revision text, note text, requires jsonb);
    insert into procurement.schedule_line (org_id, order_id, line_id, id, counterparty_id, quantity)
      select (select nullif(current_setting('app.org', true), '')::uuid), o.id, l.id, l."scheduleId", o."supplierId", l.quantity
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, lines jsonb)
      cross join lateral jsonb_to_recordset(o.lines) as l (id uuid, "scheduleId" uuid, quantity numeric);
    insert into procurement.order_event (org_id, order_id, seq, counterparty_id, kind, actor_org, actor_member, channel)
      select (select nullif(current_setting('app.org', true), '')::uuid), o.id, 1, o."supplierId", 'PLACED', (select nullif(current_setting('app.org', true), '')::uuid), o.member, o.channel
      from jsonb_to_recordset(p_orders) as o (id uuid, "supplierId" uuid, member uuid, channel text);
    insert into procurement.order_private (org_id, order_id, placed_by, cost_reference, internal_note, ship_to_site, bill_to_site)
      select (select nullif(current_setting('app.org', true), '')::uuid), o.id, o.member, o."costReference", o."internalNote", o."shipToSite", o."billToSite"
      from jsonb_to_recordset(p_orders) as o (id uuid, member uuid, "costReference" text, "internalNote" text, "shipToSite" uuid, "billToSite" uuid);
    perform procurement.announce_placed(o.id) from jsonb_to_recordset(p_orders) as o (id uuid);
    return query select 'PLACED', p.id, p.number, null::uuid, null::numeric from procurement.purchase_order p
      where p.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and p.id in (select o.id from jsonb_to_recordset(p_orders) as o (id uuid));
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION procurement.put_back(p_org uuid, p_order uuid, p_move jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_line uuid;
     v_held numeric;
   begin
     if not p_move ? 'undoes' then return; end if;
     -- All of them before any is moved, stock before lots, in the order in which reservations and claims lock them.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_move -> 'steps') as t (id uuid)
         join procurement.schedule_line n on n.org_id = p_org and n.order_id = p_order and n.id = t.id
         join supply.stock_ledger g on g.org_id = n.counterparty_id and g.counterparty_id = p_org and g.reference = n.line_id::text and g.movement = 'despatch ' || (p_move ->> 'undoes'))
       order by s.org_id, s.offer_id, s.location for update;
     perform 1 from supply.lot l where (l.org_id, l.id) in (
         select d.org_id, d.lot_id from jsonb_to_recordset(p_move -> 'steps') as t (id uuid)
         join procurement.schedule_line n on n.org_id = p_org and n.order_id = p_order and n.id = t.id
         join supply.lot_departure d on d.org_id = n.counterparty_id and d.counterparty_id = p_org and d.reference = n.line_id::text and d.movement = 'despatch ' || (p_move ->> 'undoes'))
       order by l.offer_id, l.id for update;
     for v_line in select distinct s.line_id from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text)
         join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id where t.event = 'UNSHIP' order by 1 loop
       v_held := supply.return_shipped(p_org, v_line::text, 'despatch ' || (p_move ->> 'undoes'));
       update procurement.order_line l set reserved = l.reserved + v_held where l.org_id = p_org and l.order_id = p_order and l.id = v_line and v_held > 0;
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.recheck_watches()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform procurement.touch_watched_parts();
     perform platform.add_job_for(t.org_id, 'procurement.check-watches', '{}', 'check-watches') from (select distinct w.org_id from procurement.watch_touch w) t;
   end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION procurement.recover_urgent(p_request uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_request record;
   begin
     select r.* into v_request from procurement.urgent_request r where r.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.id = p_request for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such request'; end if;
     if v_request.status <> 'SHIPPED' or v_request.order_id is not null then return null; end if;
     return supply.recover_consumed(v_request.counterparty_id, 'urgent:' || p_request, jsonb_build_object('id', p_request, 'label', v_request.number), 'ordered');
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.release_gate(p_order uuid, p_line uuid, p_rule uuid, p_release jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_row procurement.gate_check;
   begin
     select g.* into v_row from procurement.gate_check g where g.order_id = p_order and g.line_id = p_line and g.rule_id = p_rule
       and v_org = case g.releaser when 'BUYER' then g.org_id else g.counterparty_id end for update;
     if not found then raise exception using errcode = 'EN404', message = 'nothing to release'; end if;
     update procurement.gate_check g set status = 'RELEASED', released_by = p_release -> 'by', released_at = transaction_timestamp(), release_reason = p_release ->> 'reason'
       where (g.org_id, g.order_id, g.line_id, g.rule_org, g.rule_id) = (v_row.org_id, v_row.order_id, v_row.line_id, v_row.rule_org, v_row.rule_id) and g.status = 'OPEN';
     if not found then return false; end if;
     perform pg_notify('entrepot', json_build_object('topic', 'order.changed', 'orgId', t.org, 'id', p_order)::text) from (values (v_row.org_id), (v_row.counterparty_id)) t (org);
     return true;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.rotables_due(p_now timestamp with time zone)
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select distinct c.org_id, c.rotable_id from procurement.rotable_clock c where c.fired_at is null and c.settled_at is null and c.due_at <= p_now limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION procurement.settle_order(p_org uuid, p_order uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
   declare
     r record;
   begin
     update procurement.order_line l set line_amount = procurement.amount_of(l.org_id, l.order_id, l.id, false), live_amount = procurement.amount_of(l.org_id, l.order_id, l.id, true)
       where l.org_id = p_org and l.order_id = p_order;
     for r in select l.id, l.counterparty_id, l.reserved, t.live from procurement.order_line l
              cross join lateral (select coalesce(sum(s.quantity), 0) as live from procurement.schedule_line s
                where s.org_id = l.org_id and s.order_id = l.order_id and s.line_id = l.id and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT', 'SHIPPED', 'DELIVERED') and s.substitute is null) t
              where l.org_id = p_org and l.order_id = p_order and l.reserved > t.live order by l.id loop
       perform supply.release_stock(jsonb_build_array(jsonb_build_object('line', r.id, 'buyer', p_org, 'supplier', r.counterparty_id,
         'quantity', r.reserved - r.live, 'movement', 'order ' || (select p.version from procurement.purchase_order p where p.org_id = p_org and p.id = p_order))));
       update procurement.order_line l set reserved = r.live where l.org_id = p_org and l.order_id = p_order and l.id = r.id;
     end loop;
     perform supply.settle_claims(p_org, array(select l.id from procurement.order_line l where l.org_id = p_org and l.order_id = p_order
       and not exists (select from procurement.schedule_line s where s.org_id = l.org_id and s.order_id = l.order_id and s.line_id = l.id
         and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT', 'DELIVERED') and s.substitute is null)));
     update procurement.purchase_order p set status = procurement.status_of(p_org, p_order), total = t.total + p.charges_total,
         live_total = t.live + case when p.charges_total > 0 and t.any_live then p.charges_total else 0 end
       from (select sum(l.line_amount) as total, sum(l.live_amount) as live, exists (select from procurement.schedule_line s
               where s.org_id = p_org and s.order_id = p_order and s.status not in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT')) as any_live
             from procurement.order_line l where l.org_id = p_org and l.order_id = p_order) t
       where p.org_id = p_org and p.id = p_order;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.status_of(p_org uuid, p_order uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
     select case
       when bool_or(s.status in ('CHANGE_PROPOSED', 'SUBSTITUTE_PROPOSED')) then 'CHANGE_PROPOSED'
       when bool_and(s.status in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT')) then case when bool_or(s.status = 'CLOSED_SHORT') then 'COMPLETE' when bool_and(s.status = 'REJECTED') then 'REJECTED' else 'CANCELLED' end
       when bool_and(s.base is null) then case when bool_or(s.status = 'SHIPPED') then 'SHIPPED' else 'DELIVERED' end
       when bool_or(s.base = 'REQUESTED') then case
         when bool_or(s.base in ('CONFIRMED', 'BACKORDERED') or s.status = 'REJECTED' or s.status in ('SHIPPED', 'DELIVERED')) then 'PART_CONFIRMED'
         when (select o.acknowledged_at from procurement.purchase_order o where o.org_id = p_org and o.id = p_order) is not null then 'RECEIVED' else 'SENT' end
       when bool_or(s.status in ('SHIPPED', 'DELIVERED')) then 'PART_SHIPPED'
       when bool_or(s.base = 'BACKORDERED' or s.status = 'REJECTED') then 'PART_CONFIRMED'
       when bool_or(s.status in ('CANCELLED', 'CLOSED_SHORT')) then 'PART_CANCELLED'
       else 'CONFIRMED' end
     from (select l.status, case when l.status in ('REQUESTED', 'CONFIRMED', 'BACKORDERED') then l.status when l.status in ('REJECTED', 'CANCELLED', 'CLOSED_SHORT', 'SHIPPED', 'DELIVERED') then null else coalesce(l.base, 'REQUESTED') end as base
           from procurement.schedule_line l where l.org_id = p_org and l.order_id = p_order) s
   $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION procurement.stop_watch_mail(p_hash bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_link record;
   begin
     select m.org_id, m.person_id into v_link from procurement.watch_mail m where m.token_hash = p_hash;
     if not found then return false; end if;
     perform platform.add_job_for(v_link.org_id, 'procurement.stop-watch-mail', jsonb_build_object('personId', v_link.person_id), 'stop-watch-mail:' || v_link.person_id);
     return true;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.take_shipped(p_org uuid, p_order uuid, p_move jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_line record;
     v_movement text := 'despatch ' || (select p.version from procurement.purchase_order p where p.org_id = p_org and p.id = p_order);
   begin
     if jsonb_typeof(p_move -> 'leaving') = 'array' then
       perform supply.depart_lots(p_org, v_movement, (select coalesce(jsonb_agg(n.lot || jsonb_build_object('offer', l.offer_id) order by n.n), '[]') from jsonb_array_elements(p_move -> 'leaving') with ordinality as n (lot, n)
         join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = (n.lot ->> 'line')::uuid));
     end if;
     for v_line in
       select l.id, nullif(least(l.reserved, sum(s.quantity)), 0) as quantity, sum(s.quantity) as shipped from jsonb_to_recordset(p_move -> 'steps') as t (id uuid, event text)
       join procurement.schedule_line s on s.org_id = p_org and s.order_id = p_order and s.id = t.id
       join procurement.order_line l on l.org_id = p_org and l.order_id = p_order and l.id = s.line_id
       where t.event = 'SHIP' and s.substitute is null and (l.reserved > 0 or exists (select from supply.lot_departure d where d.org_id = l.counterparty_id and d.counterparty_id = p_org and d.reference = l.id::text
           and d.movement = v_movement and d.lot_id is not null)) group by l.id, l.reserved order by l.id
     loop
       perform supply.consume_stock(jsonb_build_array(jsonb_build_object('line', v_line.id, 'buyer', p_org, 'quantity', v_line.quantity, 'shipped', v_line.shipped,
         'movement', v_movement)));
       update procurement.order_line l set reserved = l.reserved - coalesce(v_line.quantity, 0) where l.org_id = p_org and l.order_id = p_order and l.id = v_line.id;
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.take_watch_touches(p_most integer)
 RETURNS TABLE(watch_id uuid, part_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query with taken as (select t.watch_id, t.part_id from procurement.watch_touch t where t.org_id = (select nullif(current_setting('app.org', true), '')::uuid) order by 1, 2 limit p_most for update skip locked)
       delete from procurement.watch_touch t using taken k where t.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and t.watch_id = k.watch_id and t.part_id = k.part_id returning t.watch_id, t.part_id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.tell_parties(p_org uuid, p_order uuid, p_wire text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     o record;
   begin
     select p.counterparty_id, p.version into o from procurement.purchase_order p
       where p.org_id = p_org and p.id = p_order and v_org in (p.org_id, p.counterparty_id);
     if not found then raise exception using errcode = 'EN404', message = 'order not found'; end if;
     perform platform.add_job_for(case when v_org = p_org then o.counterparty_id else p_org end, 'procurement.announce-order',
       jsonb_build_object('id', p_order, 'wire', p_wire, 'seq', o.version), p_order || ':' || p_wire || ':' || o.version);
     perform pg_notify('entrepot', json_build_object('topic', 'order.changed', 'orgId', t.org, 'id', p_order)::text)
       from (values (p_org), (o.counterparty_id)) t (org);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.touch_watched_parts()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     insert into procurement.watch_touch (org_id, watch_id, part_id)
       select k.org_id, k.watch_id, substr(k.key, 6)::uuid from procurement.watch_key k where k.key >= 'part:' and k.key < 'part;' on conflict do nothing
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.touch_watches(p_parts uuid[], p_searches boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
   declare
     v_org uuid;
     v_orgs uuid[];
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     with marked as (
       select p as part_id, 'part:' || p as key from unnest(p_parts) as p
       union select s.part_id, x.key from catalog.part_search s cross join lateral (
         select 'maker:' || s.manufacturer_id as key
         union all select 'class:' || c from unnest(s.classes) as c
         union all select 'word:' || w from unnest(tsvector_to_array(s.tsv)) as w
         union all select 'run:' || substr(s.key, i, 3) from generate_series(1, length(s.key) - 2) as i) x
       where p_searches and s.part_id = any (p_parts)),
     found as (select k.org_id, k.watch_id, m.part_id, row_number() over (partition by k.org_id, k.watch_id order by m.part_id) as place
       from marked m join procurement.watch_key k on k.key = m.key),
     noted as (insert into procurement.watch_touch (org_id, watch_id, part_id)
       select distinct f.org_id, f.watch_id, f.part_id from found f where f.place <= 200 order by 1, 2, 3 on conflict do nothing returning org_id)
     select array_agg(distinct n.org_id) into v_orgs from noted n;
     foreach v_org in array coalesce(v_orgs, '{}') loop
       perform platform.add_job_for(v_org, 'procurement.check-watches', '{}', 'check-watches');
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION procurement.unused_number()
 RETURNS text
 LANGUAGE plpgsql
AS $function$
  declare
    v_number text;
  begin
    loop
      v_number := platform.next_number('PO');
      exit when not exists (select from procurement.purchase_order o where o.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and o.number = v_number);
    end loop;
    return v_number;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION procurement.urgent_clocks_due(p_now timestamp with time zone)
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select distinct c.org_id, c.request_id from procurement.urgent_clock c where c.fired_at is null and c.settled_at is null and c.due_at <= p_now limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION procurement.watch_mails_due(p_delivery text)
 RETURNS TABLE(org_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select distinct n.org_id, n.person_id from procurement.watch_notice n where n.delivery = p_delivery and n.mailed_at is null limit 10000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.asked_of(p_lines jsonb, p_offer uuid, p_part uuid)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
    begin
      return (select sum((y ->> 'qty')::numeric) from jsonb_array_elements(p_lines) as y where (y ->> 'offer')::uuid = p_offer or (y ->> 'part')::uuid = p_part);
    end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.asking_suppliers()
 RETURNS TABLE(org_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select distinct p.org_id from supply.asking_profile p where p.status = 'ACTIVE' order by p.org_id limit 10000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.bind_promises(p_lines jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     update supply.promise p set order_line = l.line from jsonb_to_recordset(p_lines) as l (promise uuid, line uuid)
       where p.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and p.id = l.promise and p.status = 'ORDERED' and p.order_line is null
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.broken_price(p_from numeric[], p_price numeric[], p_mode text, p_first numeric, p_n numeric, p_s numeric, p_reach numeric)
 RETURNS TABLE(smallest numeric, q numeric, price numeric, spend numeric)
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
    begin
      return query select t.* from (select p_n as n, p_s as s, p_reach as reach) x cross join lateral (
    select min(k.q) as smallest, max(k.q) filter (where k.q * x.s <= x.n) as q,
      max(k.price) filter (where k.q * x.s <= x.n and (k.next is null or k.next * x.s > x.n)) as price,
      case when p_mode = 'GRADUATED' then coalesce(p_first, 0) * greatest(min(k.q) - x.reach, 0) * x.s
        + coalesce(sum(k.price * (least(x.n, (k.next - x.reach) * x.s) - case when k.first and p_first is null then 0 else greatest(k.q - x.reach, 0) * x.s end)) filter (where k.first and p_first is null or (k.q - x.reach) * x.s < x.n), 0) end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from unnest(p_from, p_price) as b (q, price) window w as (order by b.q)) k) t;
    end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.buyers_with_old_promises()
 RETURNS TABLE(org_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select distinct p.org_id from supply.promise p where p.status = 'GIVEN' and p.asked_at < clock_timestamp() - interval '90 days' order by 1 limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.buyers_with_overdue_promises()
 RETURNS TABLE(org_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select distinct p.org_id from supply.promise p where p.status = 'RESERVED' and p.held_until <= clock_timestamp() order by 1 limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.charges_with(p_charges jsonb, p_supplier uuid, p_currency text, p_category text, p_part uuid, p_day date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
AS $function$
    declare
      v_rules jsonb := (select jsonb_agg(jsonb_build_object('code', r.code, 'amount', r.amount::text, 'currency', r.currency, 'per', r.per, 'applies', r.applies, 'below', r.below::text)
          order by r.code, r.category nulls first)
        from supply.charge_rule r where r.org_id = p_supplier and r.currency = p_currency and r.valid_from <= p_day and r.valid_to >= p_day and (r.category is null or r.category = p_category)
          and (r.applies <> 'HAZMAT' or exists (select 1 from catalog.part h where h.id = p_part and h.hazmat is not null)));
    begin
      return case when v_rules is null then p_charges else coalesce(p_charges, '[]') || v_rules end;
    end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.claim_lots(p_lines jsonb)
 RETURNS TABLE(line text, outcome text, fitting numeric)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_lot record;
     v_left numeric;
     v_take numeric;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in select l.* from jsonb_to_recordset(p_lines) as l (line text, supplier uuid, offer uuid, quantity numeric, want jsonb) order by l.supplier, l.offer, l.line loop
       line := v_line.line; outcome := 'TAKEN'; fitting := null;
       perform 1 from supply.lot l where l.org_id = v_line.supplier and l.offer_id = v_line.offer order by l.id for update;
       -- An offer without lots is judged by its own condition and promise.
       if not exists (select from supply.lot l where l.org_id = v_line.supplier and l.offer_id = v_line.offer and l.quantity > 0) then
         if supply.fitting_quantity(v_line.supplier, v_line.offer, v_line.want) is null then outcome := 'SHORT'; fitting := 0; end if;
         return next; continue;
       end if;
       select coalesce(sum(f.free), 0) into fitting from supply.fitting_lots(v_line.supplier, v_line.offer, v_line.want) f;
       -- What the line holds of the stock is the most that its lots can give: a unit that is still to come is of no lot.
       select least(fitting, coalesce(sum(g.reserved_delta), 0)) into fitting from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line;
       if fitting < v_line.quantity then outcome := 'SHORT'; return next; continue; end if;
       v_left := v_line.quantity;
       for v_lot in select l.*, f.free from supply.fitting_lots(v_line.supplier, v_line.offer, v_line.want) f join supply.lot l on l.org_id = v_line.supplier and l.id = f.lot_id
           order by l.shelf_life_on nulls last, l.id loop
         exit when v_left = 0;
         v_take := least(v_left, v_lot.free);
         update supply.lot l set taken = l.taken + v_take where l.org_id = v_lot.org_id and l.id = v_lot.id and l.quantity - l.taken >= v_take;
         if not found then raise exception using errcode = '40001', message = 'a lot moved under its lock'; end if;
         insert into supply.lot_claim (org_id, lot_id, counterparty_id, reference, quantity, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
           values (v_lot.org_id, v_lot.id, v_org, v_line.line, v_take, v_lot.lot_number, v_lot.serial_number, v_lot.condition, v_lot.certificates, v_lot.trace, v_lot.shelf_life_on, v_lot.location);
         v_left := v_left - v_take;
       end loop;
       return next;
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.conditions_meant(p_wanted jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
AS $function$
   begin
     if p_wanted is null then return null; end if;
     return array(select distinct u.code from jsonb_array_elements_text(p_wanted) w (code)
       cross join lateral (select w.code union all select unnest(c.same_as) from supply.lot_code c where c.list = 'CONDITION' and c.code = w.code) u);
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.consume_stock(p_lines jsonb)
 RETURNS TABLE(line text, moved numeric)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select * from supply.move_held_stock('CONSUME', (select coalesce(jsonb_agg(l || jsonb_build_object('supplier', current_setting('app.org', true))), '[]') from jsonb_array_elements(p_lines) as l))
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.content_digest(text, text, text, text, numeric, text, numeric, numeric, numeric, text, numeric, text, uuid, text, numeric, numeric, integer, text, jsonb, boolean, integer, text, text, text, date, date, jsonb, numeric[], numeric[], text, date, text, text, integer)
 RETURNS bytea
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
   begin
     return pg_catalog.sha256(pg_catalog.convert_to(row($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, ($25 - date '2000-01-01'), ($26 - date '2000-01-01'), $27, $28, $29)::text || case when num_nonnulls($30, $31, $32, $33, $34) > 0 then row($30, ($31 - date '2000-01-01'), $32, $33, $34)::text else '' end, 'UTF8'));
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.correct_stock(p_lines jsonb, p_member uuid)
 RETURNS TABLE(n integer, outcome text, quantity numeric, reserved numeric)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_offer record;
     v_stock record;
     v_next numeric;
     v_parts uuid[] := '{}';
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in
       select l.* from jsonb_to_recordset(p_lines) as l (n integer, offer uuid, location text, quantity numeric, delta numeric, reason text, note text, reference text)
       order by l.offer, l.location, l.n
     loop
       n := v_line.n; quantity := null; reserved := null;
       select o.part_id, o.audience into v_offer from supply.offer o where o.org_id = v_org and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       insert into supply.stock (org_id, offer_id, location, audience, quantity, as_of, source)
         values (v_org, v_line.offer, v_line.location, v_offer.audience, 0, clock_timestamp(),
           case when exists (select 1 from supply.managed_location m where m.org_id = v_org and m.location = v_line.location) then 'MANAGED' else 'MANUAL' end)
         on conflict do nothing;
       select s.quantity, s.reserved, s.source into v_stock from supply.stock s where s.org_id = v_org and s.offer_id = v_line.offer and s.location = v_line.location for update;
       if exists (select 1 from supply.stock_ledger g where g.org_id = v_org and g.counterparty_id = v_org and g.reference = v_line.reference
                  and g.movement = 'correct' and g.location = v_line.location) then
         outcome := 'CORRECTED'; quantity := v_stock.quantity; reserved := v_stock.reserved; return next; continue;
       end if;
       v_next := coalesce(v_line.quantity, v_stock.quantity + v_line.delta);
       if v_next < 0 then outcome := 'BELOW_ZERO'; quantity := v_stock.quantity; reserved := v_stock.reserved; return next; continue; end if;
       update supply.stock s set quantity = v_next, as_of = clock_timestamp(), source = case s.source when 'MANAGED' then 'MANAGED' else 'MANUAL' end
         where s.org_id = v_org and s.offer_id = v_line.offer and s.location = v_line.location;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement, reason, note, member_id)
         values (v_org, v_org, v_line.offer, v_line.location, 'CORRECT', 0, v_next - v_stock.quantity, v_line.reference, 'correct', v_line.reason, v_line.note, p_member);
       v_parts := v_parts || v_offer.part_id;
       outcome := 'CORRECTED'; quantity := v_next; reserved := v_stock.reserved;
       return next;
     end loop;
     if cardinality(v_parts) > 0 then
       perform supply.tell_stock_changed(v_org, v_parts);
       perform supply.refresh_part_supply(v_parts);
     end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.depart_lots(p_buyer uuid, p_movement text, p_lots jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_named record;
     v_claim record;
     v_own numeric;
     v_take numeric;
     v_swapped jsonb := '{}';
     v_line record;
     v_left numeric;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     -- Stock before lots, both in the order in which reservations and claims lock them.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_lots) as n (line text)
         join supply.stock_ledger g on g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = n.line
         union all select l.org_id, l.offer_id, l.location from jsonb_to_recordset(p_lots) as n (lot uuid) join supply.lot l on l.org_id = v_org and l.id = n.lot)
       order by s.org_id, s.offer_id, s.location for update;
     perform 1 from supply.lot l where l.org_id = v_org and l.offer_id in (select n.offer from jsonb_to_recordset(p_lots) as n (offer uuid, lot uuid) where n.lot is not null)
       order by l.offer_id, l.id for update;
     for v_named in select n.* from jsonb_array_elements(p_lots) with ordinality as e (said, n)
         cross join lateral jsonb_to_record(e.said) as n (line text, offer uuid, lot uuid, quantity numeric, "lotNumber" text, "serialNumber" text) order by e.n loop
       if v_named.lot is null then
         insert into supply.lot_departure (org_id, counterparty_id, reference, movement, quantity, lot_number, serial_number)
           values (v_org, p_buyer, v_named.line, p_movement, v_named.quantity, v_named."lotNumber", v_named."serialNumber");
         continue;
       end if;
       update supply.lot_claim c set quantity = c.quantity - least(c.quantity, v_named.quantity) from supply.lot_claim b
         where c.org_id = v_org and c.lot_id = v_named.lot and c.counterparty_id = p_buyer and c.reference = v_named.line
           and (b.org_id, b.lot_id, b.counterparty_id, b.reference) = (c.org_id, c.lot_id, c.counterparty_id, c.reference)
         returning least(b.quantity, v_named.quantity) into v_own;
       v_own := coalesce(v_own, 0);
       update supply.lot l set taken = l.taken - v_own, quantity = greatest(l.quantity - v_named.quantity, 0)
         where l.org_id = v_org and l.id = v_named.lot and l.offer_id = v_named.offer and (v_own = v_named.quantity or l.quantity - l.taken >= v_named.quantity - v_own);
       if not found then raise exception using errcode = '40001', message = 'a lot moved meanwhile'; end if;
       insert into supply.lot_departure (org_id, counterparty_id, reference, movement, lot_id, quantity, claimed, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
         select v_org, p_buyer, v_named.line, p_movement, l.id, v_named.quantity, v_own, coalesce(l.lot_number, v_named."lotNumber"), coalesce(l.serial_number, v_named."serialNumber"),
           l.condition, l.certificates, l.trace, l.shelf_life_on, l.location from supply.lot l where l.org_id = v_org and l.id = v_named.lot;
       v_swapped := v_swapped || jsonb_build_object(v_named.line, (coalesce((v_swapped ->> v_named.line)::numeric, 0) + v_named.quantity - v_own)::text);
     end loop;
     for v_line in select k.key, k.value::numeric as quantity from jsonb_each_text(v_swapped) as k where k.value::numeric > 0 order by 1 loop
       v_left := v_line.quantity;
       for v_claim in select c.lot_id, c.quantity from supply.lot_claim c where c.org_id = v_org and c.counterparty_id = p_buyer and c.reference = v_line.key and c.quantity > 0
           order by c.shelf_life_on desc nulls first, c.lot_id desc loop
         exit when v_left <= 0;
         v_take := least(v_left, v_claim.quantity);
         update supply.lot_claim c set quantity = c.quantity - v_take where c.org_id = v_org and c.lot_id = v_claim.lot_id and c.counterparty_id = p_buyer and c.reference = v_line.key;
         update supply.lot l set taken = l.taken - v_take where l.org_id = v_org and l.id = v_claim.lot_id;
         v_left := v_left - v_take;
       end loop;
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.end_holds(p_holds uuid[], p_status text, p_reason text, p_refresh boolean DEFAULT true)
 RETURNS SETOF supply.stock_hold
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_parts record;
     v_all uuid[] := '{}';
   begin
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select h.org_id, h.offer_id, k.location from supply.stock_hold h, jsonb_object_keys(h.places) as k (location) where h.id = any (p_holds))
       order by s.org_id, s.offer_id, s.location for update;
     return query
       with ended as (
         update supply.stock_hold h set status = p_status, ended_at = clock_timestamp(), reason = p_reason, version = h.version + 1
           where h.id = any (p_holds) and h.status = 'HELD' and (p_status <> 'EXPIRED' or h.expires_at <= clock_timestamp()) returning h.*),
       moved as (select e.org_id, e.counterparty_id, e.id, e.offer_id, k.key as location, k.value::numeric as quantity from ended e, jsonb_each_text(e.places) as k),
       freed as (update supply.stock s set reserved = s.reserved - m.quantity
         from (select x.org_id, x.offer_id, x.location, sum(x.quantity) as quantity from moved x group by 1, 2, 3) m
         where s.org_id = m.org_id and s.offer_id = m.offer_id and s.location = m.location),
       logged as (insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         select m.org_id, m.counterparty_id, m.offer_id, m.location, case p_status when 'EXPIRED' then 'EXPIRE' else 'RELEASE' end, -m.quantity, 'hold:' || m.id, lower(p_status)
         from moved m order by m.id, m.location)
       select e.* from ended e;
     for v_parts in select h.org_id, array_agg(distinct h.part_id) as parts from supply.stock_hold h where h.id = any (p_holds) and h.ended_at >= transaction_timestamp() group by h.org_id loop
       perform supply.tell_stock_changed(v_parts.org_id, v_parts.parts);
       v_all := v_all || v_parts.parts;
     end loop;
     if p_refresh and cardinality(v_all) > 0 then perform supply.refresh_part_supply(v_all); end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.exchange_terms_follow_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     begin
       update supply.exchange_terms t set audience = new.audience where t.org_id = new.org_id and t.offer_id = new.id;
       return null;
     end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.expire_holds(p_most integer)
 RETURNS SETOF supply.stock_hold
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query select * from supply.end_holds(array(select h.id from supply.stock_hold h
       where h.org_id = v_org and h.status = 'HELD' and h.expires_at <= clock_timestamp() order by h.expires_at limit p_most), 'EXPIRED', null);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.expire_promises(p_now timestamp with time zone, p_most integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_ended bigint;
   begin
     select count(supply.release_promise(p.id, 'RELEASED')) into v_ended from (select x.id from supply.promise x
       where x.org_id = nullif(current_setting('app.org', true), '')::uuid and x.status = 'RESERVED' and x.held_until <= p_now order by x.held_until, x.id limit p_most) p;
     return v_ended;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.extend_hold(p_hold uuid, p_minutes integer)
 RETURNS TABLE(outcome text, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     h record;
     v_minutes integer;
     v_until timestamptz;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select * into h from supply.stock_hold x where x.id = p_hold and v_org in (x.org_id, x.counterparty_id) for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such hold'; end if;
     expires_at := h.expires_at;
     if h.status <> 'HELD' or h.expires_at <= clock_timestamp() then outcome := 'ENDED'; return next; return; end if;
     v_minutes := supply.hold_minutes(h.org_id, h.holder_kind);
     v_until := case when v_org = h.org_id then clock_timestamp() + make_interval(mins => coalesce(p_minutes, v_minutes))
       else least(clock_timestamp() + make_interval(mins => least(coalesce(p_minutes, v_minutes), v_minutes)),
         h.created_at + make_interval(mins => case h.holder_kind when 'NAMED' then 60 else 4 * v_minutes end)) end;
     if v_until <= h.expires_at then outcome := 'NOT_LONGER'; return next; return; end if;
     update supply.stock_hold x set expires_at = v_until, version = x.version + 1 where x.org_id = h.org_id and x.id = h.id;
     outcome := 'EXTENDED'; expires_at := v_until;
     return next;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.fitting_lots(p_supplier uuid, p_offer uuid, p_want jsonb)
 RETURNS TABLE(lot_id uuid, free numeric, shelf_life_on date)
 LANGUAGE plpgsql
 STABLE
AS $function$
   declare
     v_conditions text[] := supply.conditions_meant(p_want -> 'conditions');
     v_certificates text[] := array(select jsonb_array_elements_text(p_want -> 'certificates'));
     v_day date := coalesce((p_want ->> 'day')::date, (transaction_timestamp() at time zone 'UTC')::date);
   begin
     return query select l.id, l.quantity - l.taken, l.shelf_life_on from supply.lot l
       where l.org_id = p_supplier and l.offer_id = p_offer and l.quantity > l.taken
         and (v_conditions is null or l.condition = any (v_conditions)) and l.certificates @> v_certificates
         and (not p_want ? 'trace' or l.trace = p_want ->> 'trace')
         and (not p_want ? 'shelfDaysMin' or l.shelf_life_on - v_day >= (p_want ->> 'shelfDaysMin')::integer);
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.fitting_quantity(p_supplier uuid, p_offer uuid, p_want jsonb)
 RETURNS numeric
 LANGUAGE plpgsql
 STABLE
AS $function$
   declare
     v_free numeric := (select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) from supply.stock s where s.org_id = p_supplier and s.offer_id = p_offer);
     v_conditions text[];
   begin
     if exists (select from supply.lot l where l.org_id = p_supplier and l.offer_id = p_offer and l.quantity > 0) then
       return nullif(least(v_free, (select coalesce(sum(f.free), 0) from supply.fitting_lots(p_supplier, p_offer, p_want) f)), 0);
     end if;
     if p_want ? 'trace' or p_want ? 'shelfDaysMin' then return null; end if;
     v_conditions := supply.conditions_meant(p_want -> 'conditions');
     return (select v_free from supply.offer o left join supply.offer_certificates c on c.org_id = o.org_id and c.offer_id = o.id
       where o.org_id = p_supplier and o.id = p_offer and (v_conditions is null or o.condition = any (v_conditions))
         and coalesce(c.certificates, '{}') @> array(select jsonb_array_elements_text(p_want -> 'certificates')));
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.follow_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update supply.stock s set audience = new.audience where s.org_id = new.org_id and s.offer_id = new.id;
     update supply.lot s set audience = new.audience where s.org_id = new.org_id and s.offer_id = new.id; update supply.offer_certificates s set audience = new.audience where s.org_id = new.org_id and s.offer_id = new.id; update supply.lot_certificate s set audience = new.audience from supply.lot l where l.org_id = new.org_id and l.offer_id = new.id and s.org_id = l.org_id and s.lot_id = l.id; return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.follow_ledger()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_left numeric := -new.reserved_delta;
     v_way integer := case new.kind when 'CONSUME' then 1 else -1 end;
     v_claim record;
     v_take numeric;
   begin
     if new.kind = 'CONSUME' then
       v_left := least(v_left, (select -sum(g.reserved_delta) from supply.stock_ledger g
           where g.org_id = new.org_id and g.counterparty_id = new.counterparty_id and g.reference = new.reference and g.movement = new.movement and g.kind = 'CONSUME')
         - (select coalesce(sum(d.quantity), 0) from supply.lot_departure d
           where d.org_id = new.org_id and d.counterparty_id = new.counterparty_id and d.reference = new.reference and d.movement = new.movement and d.lot_id is not null));
     end if;
     for v_claim in select c.*, row_number() over (order by c.shelf_life_on nulls last, c.lot_id) * v_way as n from supply.lot_claim c
         where c.org_id = new.org_id and c.counterparty_id = new.counterparty_id and c.reference = new.reference and c.quantity > 0 order by n loop
       exit when v_left <= 0;
       v_take := least(v_left, v_claim.quantity);
       update supply.lot_claim c set quantity = c.quantity - v_take where c.org_id = v_claim.org_id and c.lot_id = v_claim.lot_id and c.counterparty_id = v_claim.counterparty_id and c.reference = v_claim.reference;
       update supply.lot l set taken = l.taken - v_take, quantity = case new.kind when 'CONSUME' then greatest(l.quantity - v_take, 0) else l.quantity end where l.org_id = v_claim.org_id and l.id = v_claim.lot_id;
       if new.kind = 'CONSUME' then
         insert into supply.lot_departure (org_id, counterparty_id, reference, movement, lot_id, quantity, claimed, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
           values (new.org_id, new.counterparty_id, new.reference, new.movement, v_claim.lot_id, v_take, v_take, v_claim.lot_number, v_claim.serial_number, v_claim.condition, v_claim.certificates,
             v_claim.trace, v_claim.shelf_life_on, v_claim.location);
       end if;
       v_left := v_left - v_take;
     end loop;
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.forget_promises()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     with gone as (
       delete from supply.promise p
       where p.org_id = nullif(current_setting('app.org', true), '')::uuid and p.status = 'GIVEN' and p.asked_at < clock_timestamp() - interval '90 days' returning 1)
     select count(*) from gone
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.give_back_claims(p_buyer uuid, p_supplier uuid, p_promises uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_claim record;
   begin
     for v_claim in
       select c.promise_id, c.offer_id, c.location, c.reference, sum(c.claimed_delta) as quantity from supply.inbound_claim c
       where c.org_id = p_supplier and c.counterparty_id = p_buyer and c.promise_id = any (p_promises)
       group by 1, 2, 3, 4 having sum(c.claimed_delta) > 0 order by 2, 3, 4, 1
     loop
       update supply.inbound i set claimed = greatest(i.claimed - v_claim.quantity, 0) where i.org_id = p_supplier and i.offer_id = v_claim.offer_id
         and i.location = v_claim.location and i.reference = v_claim.reference;
       insert into supply.inbound_claim (org_id, counterparty_id, offer_id, location, reference, promise_id, kind, claimed_delta)
         values (p_supplier, p_buyer, v_claim.offer_id, v_claim.location, v_claim.reference, v_claim.promise_id, 'RELEASE', -v_claim.quantity);
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.group_discount(p_supplier uuid, p_buyer uuid, p_category text, p_day date, p_delivery date, p_despatch date)
 RETURNS numeric
 LANGUAGE plpgsql
 STABLE
AS $function$
    begin
      return (select g.discount_percent from supply.agreement_price g where g.org_id = p_supplier and g.counterparty_id = p_buyer and g.category = p_category
        and case g.pricing_date when 'ORDER' then p_day when 'DELIVERY' then p_delivery else p_despatch end between g.valid_from and g.valid_to order by g.valid_from desc limit 1);
    end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.held_before(p_org uuid, p_key text, p_holder jsonb, p_lines jsonb)
 RETURNS TABLE(line integer, outcome text, id uuid, held numeric, free numeric, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_same boolean;
   begin
     select count(*) = jsonb_array_length(p_lines) and bool_and(h.id is not null) into v_same
       from jsonb_to_recordset(p_lines) as l (line integer, supplier uuid, offer uuid, quantity numeric)
       left join supply.stock_hold h on h.org_id = l.supplier and h.counterparty_id = p_org and h.idem_key = p_key and h.line = l.line
         and h.offer_id = l.offer and h.quantity = l.quantity and h.holder_kind = p_holder ->> 'kind' and h.holder_id = (p_holder ->> 'id')::uuid;
     v_same := v_same and jsonb_array_length(p_lines) = (select count(*) from supply.stock_hold h where h.counterparty_id = p_org and h.idem_key = p_key);
     return query select l.line, case when v_same then 'HELD' else 'MISMATCH' end, h.id, coalesce(h.held, 0), 0::numeric, h.expires_at
       from jsonb_to_recordset(p_lines) as l (line integer, supplier uuid)
       left join supply.stock_hold h on v_same and h.org_id = l.supplier and h.counterparty_id = p_org and h.idem_key = p_key and h.line = l.line order by l.line;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.held_lines(p_buyer uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select (select count(*) from supply.stock_hold h where h.counterparty_id = p_buyer and h.status = 'HELD')
       + (select count(*) from supply.promise p where p.org_id = p_buyer and p.status = 'RESERVED')
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.hold_grant(p_supplier uuid, p_kind text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if nullif(current_setting('app.org', true), '')::uuid is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return supply.hold_minutes(p_supplier, p_kind);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.hold_minutes(p_supplier uuid, p_kind text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     p record;
   begin
     select * into p from supply.hold_policy y where y.org_id = p_supplier;
     return case p_kind when 'BASKET' then coalesce(p.basket_minutes, 30) when 'QUOTE' then coalesce(p.quote_hours, 72) * 60
       when 'APPROVAL' then coalesce(p.approval_hours, 168) * 60 else coalesce(p.named_minutes, 30) end;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.hold_stock(p_key text, p_holder jsonb, p_lines jsonb)
 RETURNS TABLE(line integer, outcome text, id uuid, held numeric, free numeric, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_kind text := p_holder ->> 'kind';
     v_line record;
     v_row record;
     v_part uuid;
     v_status text;
     v_partner uuid;
     v_active boolean;
     v_minutes integer;
     v_since timestamptz;
     v_want numeric;
     v_take numeric;
     v_places jsonb;
     v_told uuid[] := '{}';
     v_supplier uuid;
     v_empty uuid[] := '{}';
     v_lapsed boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if exists (select 1 from supply.stock_hold h where h.counterparty_id = v_org and h.idem_key = p_key) then
       return query select * from supply.held_before(v_org, p_key, p_holder, p_lines);
       return;
     end if;
     if supply.held_lines(v_org) + jsonb_array_length(p_lines) > 2000 then
       return query select l.line, 'TOO_MANY', null::uuid, 0::numeric, 0::numeric, null::timestamptz from jsonb_to_recordset(p_lines) as l (line integer);
       return;
     end if;
     for v_line in
       select l.line, l.supplier, l.offer, l.quantity, coalesce(l.partial, false) as partial, l.location
       from jsonb_to_recordset(p_lines) as l (line integer, supplier uuid, offer uuid, quantity numeric, partial boolean, location text)
       order by l.supplier, l.offer, l.line
     loop
       if (v_line.quantity > 0) is not true then raise exception using errcode = '22023', message = 'a hold needs a quantity above zero'; end if;
       line := v_line.line; id := null; held := 0; free := 0; expires_at := null;
       if v_partner is distinct from v_line.supplier then
         v_partner := v_line.supplier;
         v_active := exists (select 1 from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_line.supplier and p.status = 'ACTIVE');
         v_minutes := supply.hold_minutes(v_line.supplier, v_kind);
       end if;
       if not v_active then outcome := 'NO_PARTNERSHIP'; return next; continue; end if;
       select o.part_id, o.status into v_part, v_status from supply.offer o where o.org_id = v_line.supplier and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       if v_status <> 'ACTIVE' then outcome := 'WITHDRAWN'; return next; continue; end if;
       if v_minutes = 0 then outcome := 'NOT_GRANTED'; return next; continue; end if;
       v_since := clock_timestamp();
       if v_kind = 'BASKET' then
         select least(min(h.created_at), v_since) into v_since from supply.stock_hold h
           where h.counterparty_id = v_org and h.holder_id = (p_holder ->> 'id')::uuid and h.holder_kind = v_kind and h.org_id = v_line.supplier and h.offer_id = v_line.offer
             and h.status <> 'CONSUMED' and least(h.ended_at, h.expires_at) > v_since - make_interval(mins => v_minutes);
         if v_since + make_interval(mins => 4 * v_minutes) <= clock_timestamp() then outcome := 'NOT_GRANTED'; return next; continue; end if;
       end if;

       v_want := v_line.quantity;
       select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and (v_line.location is null or s.location = v_line.location);
       v_lapsed := free < v_want and supply.lapse_holds(v_line.supplier, v_line.offer) > 0;
       if v_lapsed then v_empty := v_empty || v_part; end if;
       if v_lapsed or free >= v_want or v_line.partial and free > 0 then
         perform 1 from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer and (v_line.location is null or s.location = v_line.location)
           order by s.location for update;
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and (v_line.location is null or s.location = v_line.location);
       end if;
       v_take := case when v_line.partial then least(v_want, free) else v_want end;
       if free < v_take or v_take = 0 then
         -- A twin of this call may have taken it a moment ago: then its answer is the answer.
         if exists (select 1 from supply.stock_hold h where h.counterparty_id = v_org and h.idem_key = p_key and h.line = v_line.line) then
           raise exception using errcode = '40001', message = 'the same call was answered beside this one';
         end if;
         outcome := 'OUT_OF_STOCK'; return next; continue;
       end if;

       held := v_take; v_places := '{}'; outcome := 'HELD'; id := platform.uuid_v7();
       expires_at := clock_timestamp() + make_interval(mins => least(coalesce((p_holder ->> 'minutes')::integer, v_minutes), v_minutes));
       if v_kind = 'BASKET' then expires_at := least(expires_at, v_since + make_interval(mins => 4 * v_minutes)); end if;
       if v_take = free and v_line.location is null then v_empty := v_empty || v_part; end if;
       -- One place that can serve the whole line before several; else the fullest first.
       for v_row in
         select s.location, s.quantity - s.reserved as there from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.quantity > s.reserved and (v_line.location is null or s.location = v_line.location)
         order by s.quantity - s.reserved >= v_take desc, case when s.quantity - s.reserved >= v_take then 0 else s.reserved - s.quantity end, s.location
       loop
         exit when v_take = 0;
         v_row.there := least(v_take, v_row.there);
         update supply.stock s set reserved = s.reserved + v_row.there
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.location = v_row.location and s.quantity - s.reserved >= v_row.there;
         if not found then raise exception using errcode = '40001', message = 'stock moved under its lock'; end if;
         v_places := v_places || jsonb_build_object(v_row.location, v_row.there::text);
         v_take := v_take - v_row.there;
       end loop;
       insert into supply.stock_hold (org_id, id, counterparty_id, offer_id, part_id, holder_kind, holder_id, label, quantity, held, places, expires_at, created_at, idem_key, line)
         values (v_line.supplier, hold_stock.id, v_org, v_line.offer, v_part, v_kind, (p_holder ->> 'id')::uuid, p_holder ->> 'label', v_want, hold_stock.held, v_places, hold_stock.expires_at, v_since, p_key, v_line.line)
         on conflict do nothing;
       if not found then raise exception using errcode = '40001', message = 'the same call was answered beside this one'; end if;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         select v_line.supplier, v_org, v_line.offer, k.key, 'HOLD', k.value::numeric, 'hold:' || hold_stock.id, 'hold' from jsonb_each_text(v_places) as k;
       if v_supplier is distinct from v_line.supplier and cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); v_told := '{}'; end if;
       v_supplier := v_line.supplier; v_told := v_told || v_part;
       return next;
     end loop;
     if cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); end if;
     if cardinality(v_empty) > 0 then perform supply.refresh_part_supply(v_empty); end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.inbound_follows_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update supply.inbound i set audience = new.audience where i.org_id = new.org_id and i.offer_id = new.id;
     return null;
   end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.inbound_keeps_claims()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
       begin
         select coalesce(sum(c.claimed_delta), 0) into new.claimed from supply.inbound_claim c
           where c.org_id = new.org_id and c.offer_id = new.offer_id and c.location = new.location and c.reference = new.reference;
         return new;
       end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.lapse_holds(p_supplier uuid, p_offer uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_due uuid[];
     v_ended integer;
   begin
     select array_agg(h.id) into v_due from supply.stock_hold h
       where h.org_id = p_supplier and h.offer_id = p_offer and h.status = 'HELD' and h.expires_at <= clock_timestamp();
     if v_due is null then return 0; end if;
     perform 1 from supply.stock s where s.org_id = p_supplier and s.offer_id = p_offer order by s.location for update;
     select count(*) into v_ended from supply.end_holds(v_due, 'EXPIRED', null, false);
     return v_ended;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.lapse_overdue(p_offers uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_ended integer;
   begin
     if nullif(current_setting('app.org', true), '')::uuid is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select count(*) into v_ended from supply.end_holds(array(select h.id from supply.stock_hold h join supply.offer o on o.org_id = h.org_id and o.id = h.offer_id
       where o.id = any (p_offers) and h.status = 'HELD' and h.expires_at <= clock_timestamp()), 'EXPIRED', null);
     return v_ended;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.manage_location(p_location text, p_managed boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_rows integer;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if p_managed then
       insert into supply.managed_location (org_id, location) values (v_org, p_location) on conflict do nothing;
     else
       delete from supply.managed_location m where m.org_id = v_org and m.location = p_location;
     end if;
     if not found then return 0; end if;
     perform 1 from supply.stock s where s.org_id = v_org and s.location = p_location order by s.offer_id for update;
     update supply.stock s set source = case when p_managed then 'MANAGED' else 'MANUAL' end, as_of = clock_timestamp() where s.org_id = v_org and s.location = p_location;
     get diagnostics v_rows = row_count;
     if p_managed then
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
         select v_org, v_org, s.offer_id, p_location, 'OPEN', 0, s.quantity - coalesce(g.moved, 0), 'open:' || s.offer_id || ':' || clock_timestamp(), 'open'
         from supply.stock s left join (select x.offer_id, sum(x.quantity_delta) as moved from supply.stock_ledger x
           where x.org_id = v_org and x.location = p_location group by x.offer_id) g on g.offer_id = s.offer_id
         where s.org_id = v_org and s.location = p_location order by s.offer_id;
     end if;
     return v_rows;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.matrix_discount(p_supplier uuid, p_buyer uuid, p_category text, p_day date)
 RETURNS TABLE(discount numeric, customer_category text, valid_from date, valid_to date)
 LANGUAGE plpgsql
 STABLE
AS $function$
    begin
      return query select m.discount_percent, m.customer_category, m.valid_from, m.valid_to
        from supply.customer_category c join supply.discount_rule m on m.org_id = c.org_id and m.customer_category = c.category
        where c.org_id = p_supplier and c.counterparty_id = p_buyer and m.product_category = p_category and m.valid_from <= p_day and m.valid_to >= p_day;
    end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.move_held_stock(p_kind text, p_lines jsonb)
 RETURNS TABLE(line text, moved numeric)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_row record;
     v_stock record;
     v_left numeric;
     v_take numeric;
     v_out numeric;
     v_named jsonb;
     v_there numeric;
     v_rest numeric;
     v_offer uuid;
     v_part uuid;
     v_parts uuid[];
     v_crossed uuid[] := '{}';
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     -- All rows in the order in which reservations lock them, so that the two never wait for each other in a circle.
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid)
         join supply.stock_ledger g on g.org_id = l.supplier and g.counterparty_id = l.buyer and g.reference = l.line
         union all select d.org_id, o.offer_id, d.location from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, movement text)
         join supply.lot_departure d on d.org_id = l.supplier and d.counterparty_id = l.buyer and d.reference = l.line and d.movement = l.movement
         join supply.lot o on o.org_id = d.org_id and o.id = d.lot_id)
       order by s.org_id, s.offer_id, s.location for update;
     for v_line in
       select l.line, l.buyer, l.supplier, l.quantity, l.movement, l.shipped
       from jsonb_to_recordset(p_lines) as l (line text, buyer uuid, supplier uuid, quantity numeric, movement text, shipped numeric) order by l.supplier, l.line
     loop
       if v_org not in (v_line.buyer, v_line.supplier) then raise exception using errcode = 'EN404', message = 'no such reservation'; end if;
       if (v_line.movement <> '' and v_line.movement <> 'reserve' and v_line.line not like 'hold:%' and coalesce(v_line.quantity, 1) > 0) is not true then
         raise exception using errcode = '22023', message = 'a movement needs its line, its cause and a quantity above zero';
       end if;
       line := v_line.line; moved := 0; v_left := v_line.quantity; v_parts := '{}';
       if exists (select 1 from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer
                  and g.reference = v_line.line and g.movement = v_line.movement) then return next; continue; end if;
       -- What is named leaves from where it lay, wherever it was held; the rest from where it is held.
       v_named := null; v_rest := 0;
       if p_kind = 'CONSUME' then
         select jsonb_object_agg(n.location, n.quantity), greatest(coalesce(v_line.shipped, v_left, (select coalesce(sum(g.reserved_delta), 0) from supply.stock_ledger g
             where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer and g.reference = v_line.line)) - sum(n.quantity), 0), (array_agg(n.offer_id))[1] into v_named, v_rest, v_offer
           from (select d.location, o.offer_id, sum(d.quantity) as quantity from supply.lot_departure d join supply.lot o on o.org_id = d.org_id and o.id = d.lot_id
             where d.org_id = v_line.supplier and d.counterparty_id = v_line.buyer and d.reference = v_line.line and d.movement = v_line.movement and d.location is not null group by 1, 2) n;
       end if;
       for v_row in
         select g.offer_id, g.location, sum(g.reserved_delta) as held from supply.stock_ledger g
         where g.org_id = v_line.supplier and g.counterparty_id = v_line.buyer and g.reference = v_line.line
         group by 1, 2 having sum(g.reserved_delta) > 0
         order by not exists (select from supply.lot_departure d where d.org_id = v_line.supplier and d.counterparty_id = v_line.buyer and d.reference = v_line.line and d.movement = v_line.movement
           and d.location = g.location), 1, 2
       loop
         exit when v_left <= 0;
         v_take := least(v_row.held, coalesce(v_left, v_row.held));
         select s.quantity, o.part_id,
             (select coalesce(sum(greatest(a.quantity - a.reserved, 0)), 0) from supply.stock a where a.org_id = s.org_id and a.offer_id = s.offer_id) = 0 as empty into v_stock
           from supply.stock s left join supply.offer o on o.org_id = s.org_id and o.id = s.offer_id
           where s.org_id = v_line.supplier and s.offer_id = v_row.offer_id and s.location = v_row.location;
         -- A newer report may have counted the shipped units away already: what is on the shelf never falls below zero.
         v_there := coalesce((v_named ->> v_row.location)::numeric, 0);
         v_out := case when p_kind <> 'CONSUME' then 0 when v_named is null then v_take else v_there + least(v_rest, greatest(v_take - v_there, 0)) end;
         v_rest := v_rest - greatest(v_out - v_there, 0);
         v_out := least(v_out, v_stock.quantity);
         v_named := v_named - v_row.location;
         update supply.stock s set reserved = s.reserved - v_take, quantity = s.quantity - v_out
           where s.org_id = v_line.supplier and s.offer_id = v_row.offer_id and s.location = v_row.location;
         if not found then raise exception using errcode = 'EN404', message = 'no such stock'; end if;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
           values (v_line.supplier, v_line.buyer, v_row.offer_id, v_row.location, p_kind, -v_take, -v_out, v_line.line, v_line.movement);
         moved := moved + v_take; v_left := v_left - v_take;
         if v_stock.part_id is not null then
           v_parts := v_parts || v_stock.part_id;
           if v_stock.empty then v_crossed := v_crossed || v_stock.part_id; end if;
         end if;
       end loop;
       for v_row in select k.key as location, k.value::numeric as quantity from jsonb_each_text(v_named) as k order by 1 loop
         select least(s.quantity, v_row.quantity) as out, o.part_id into v_stock from supply.stock s left join supply.offer o on o.org_id = s.org_id and o.id = s.offer_id
           where s.org_id = v_line.supplier and s.offer_id = v_offer and s.location = v_row.location;
         continue when not found or v_stock.out = 0;
         update supply.stock s set quantity = s.quantity - v_stock.out where s.org_id = v_line.supplier and s.offer_id = v_offer and s.location = v_row.location;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
           values (v_line.supplier, v_line.buyer, v_offer, v_row.location, p_kind, 0, -v_stock.out, v_line.line, v_line.movement);
         if v_stock.part_id is not null then v_parts := v_parts || v_stock.part_id; v_crossed := v_crossed || v_stock.part_id; end if;
       end loop;
       if cardinality(v_parts) > 0 then perform supply.tell_stock_changed(v_line.supplier, v_parts); end if;
       return next;
     end loop;
     if cardinality(v_crossed) > 0 then perform supply.refresh_part_supply(v_crossed); end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.note_release(p_id uuid, p_reason text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    update supply.promise p set released_reason = p_reason
    where p.id = p_id and p.status = 'RELEASED' and p.released_reason is null and (p.org_id = (select nullif(current_setting('app.org', true), '')::uuid) or p.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid))
  $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.overdue_holders()
 RETURNS TABLE(org_id uuid, overdue integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select h.org_id, count(*)::integer from supply.stock_hold h where h.status = 'HELD' and h.expires_at <= clock_timestamp() group by h.org_id order by h.org_id limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.price_history(p_parts uuid[])
 RETURNS TABLE(offer_id uuid, supplier_id uuid, supplier_part text, since timestamp with time zone, until timestamp with time zone, price numeric, currency text, basis numeric, price_unit text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with seen as (select o.* from supply.offer o where o.part_id = any (p_parts) and o.status = 'ACTIVE' order by o.id limit 100),
    stated as (
      select s.id, s.org_id, s.catalogue_id, s.from_version as version, true as shown, coalesce(s.list_price, (select b.price from supply.price_break b
          where b.org_id = s.org_id and b.offer_id = s.id order by b.from_quantity limit 1)) as price, s.currency, s.basis, s.price_unit from seen s
      union all
      select s.id, s.org_id, s.catalogue_id, h.from_version, h.row ->> 'status' = 'ACTIVE' and h.row ->> 'price_type' is distinct from 'QUOTE',
        coalesce(h.row ->> 'list_price', h.row -> 'break_price' ->> 0)::numeric, h.row ->> 'currency', (h.row ->> 'basis')::numeric, h.row ->> 'price_unit'
      from seen s join supply.offer_history h on h.org_id = s.org_id and h.offer_id = s.id),
    changed as (
      select x.*, row(x.price, x.currency, x.basis, x.price_unit, x.shown) is distinct from
        lag(row(x.price, x.currency, x.basis, x.price_unit, x.shown)) over (partition by x.id order by x.version) as change
      from stated x),
    spans as (
      select c.*, lead(c.version) over (partition by c.id order by c.version) as next from changed c where c.change)
    select s.id, s.org_id, o.supplier_part, p.published_at, n.published_at, s.price, s.currency, s.basis, s.price_unit
    from spans s join seen o on o.id = s.id
    left join supply.publication p on p.org_id = s.org_id and p.catalogue_id = s.catalogue_id and p.version = s.version
    left join supply.publication n on n.org_id = s.org_id and n.catalogue_id = s.catalogue_id and n.version = s.next
    where s.shown and s.price is not null
    order by o.supplier_part, s.id, s.version desc limit 1000
  $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.rate_for(p_supplier uuid, p_from text, p_to text)
 RETURNS TABLE(rate_kind text, rate numeric, rate_source text, rate_from date, rate_inverse boolean)
 LANGUAGE plpgsql
 STABLE
AS $function$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
  begin
    if p_from is null or p_from = p_to then return; end if;
    return query select r.kind, r.rate, r.source, r.valid_from, r.from_currency <> p_from
      from supply.exchange_rate r
      where r.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid) and r.org_id in ((select nullif(current_setting('app.org', true), '')::uuid), p_supplier) and r.from_currency in (p_from, p_to) and r.to_currency in (p_from, p_to)
        and r.valid_from <= v_today and coalesce(r.valid_to, v_today) >= v_today
      order by case r.kind when 'CONTRACT' then 1 when 'FROZEN' then 2 else 3 end, r.valid_from desc, r.from_currency <> p_from limit 1;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.reaches_break(p_supplier uuid, p_offer uuid, p_n numeric, p_s numeric)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
    begin
      return exists (select 1 from supply.price_break b where b.org_id = p_supplier and b.offer_id = p_offer and b.from_quantity * p_s <= p_n);
    end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.read_asked_lines(p_org uuid, p_lines jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  declare
    v_lines jsonb := p_lines;
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    if jsonb_path_exists(p_lines, '$[*] ? (exists(@.number))') then v_lines := catalog.read_numbers(p_org, p_lines); end if;
    if not jsonb_path_exists(v_lines, '$[*] ? (exists(@.bases) || exists(@.want))') and not exists (
      select from jsonb_to_recordset(v_lines) as x (part uuid) join catalog.identity_correction c on x.part in (c.from_part, c.to_part) and c.undone_at is null) then
      return v_lines;
    end if;
    return (select jsonb_agg(l.line - '{part,offer,bases,want}'::text[] || case when o.offer is not null then jsonb_build_object('offer', o.offer)
        when l.line ? 'problem' then '{}' else jsonb_build_object('problem', case when o.others then case when l.line ? 'want' then 'LOT_REFUSED' else 'BASIS_REFUSED' end when l.offer is not null then 'OFFER_UNKNOWN' else 'NO_OFFER' end) end
        order by l.place, o.place)
      from (select x.line, x.place, (x.line ->> 'offer')::uuid as offer, (x.line ->> 'part')::uuid as part,
          case when x.line ? 'bases' then array(select jsonb_array_elements_text(x.line -> 'bases')) end as bases
        from jsonb_array_elements(v_lines) with ordinality as x (line, place)) l
      left join lateral (
        select case when f.fits then f.id end as offer, f.place, not f.fits as others from (
          select g.id, g.fits, row_number() over (order by g.fits desc, g.nth, g.id) as place, bool_or(g.fits) over () as any_fits from (
            select e.id, b.fits, row_number() over (partition by e.org_id, b.fits order by e.id) as nth
            from (
              select a.id, a.org_id, a.part_id, a.approval_basis from supply.offer a where a.id = l.offer
              union all
              select a.id, a.org_id, a.part_id, a.approval_basis from supply.offer a where a.part_id = l.part and l.offer is null and a.status = 'ACTIVE'
                and not exists (select from catalog.identity_correction c where c.from_part = a.part_id and c.supplier_id = a.org_id and c.undone_at is null)
              union all
              select a.id, a.org_id, a.part_id, a.approval_basis from catalog.identity_correction c
                join supply.offer a on a.part_id = c.from_part and (c.supplier_id is null or c.supplier_id = a.org_id) and a.status = 'ACTIVE'
              where c.to_part = l.part and l.offer is null and c.undone_at is null
                and (c.supplier_id is not null or not exists (select from catalog.identity_correction k where k.from_part = a.part_id and k.supplier_id = a.org_id and k.undone_at is null))) e
            join catalog.part p on p.id = e.part_id
            cross join lateral (select (l.bases is null or coalesce(catalog.approval_basis(coalesce(e.approval_basis, p.approval_basis)) = any (l.bases), false)) and (not l.line ? 'want' or supply.fitting_quantity(e.org_id, e.id, l.line -> 'want') is not null) as fits) b) g
          where g.nth <= 25) f
        where f.place <= 200 and f.fits or f.place = 1 and not f.any_fits) o on true);
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.read_availability(p_org uuid, p_lines jsonb)
 RETURNS TABLE(n integer, problem text, choices jsonb, offer_id uuid, supplier_id uuid, part_id uuid, supplier_part text, name text, order_unit text, content_unit text, content_per_order_unit numeric, price_unit text, price_factor_num numeric, price_factor_den numeric, minimum numeric, multiple numeric, lead_days integer, lead_kind text, ncnr boolean, returnable_days integer, condition text, approval_basis text, country_of_origin text, status text, charges jsonb, amount numeric, currency text, basis numeric, price_source text, agreement_id uuid, price_valid_from date, price_valid_to date, break_from numeric, smallest_break numeric, line_amount numeric, nearest_below numeric, nearest_above numeric, free numeric, stock json, earliest date, need_by_met boolean, obstacles text, base_amount numeric, first_amount numeric, discount numeric, customer_category text, break_mode text, break_unit text, break_quantity numeric, other_amount numeric, best_price boolean, price_type text, held_until date, cancel_days integer)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_monday date := v_today + case extract(isodow from v_today)::int when 6 then 2 when 7 then 1 else 0 end;
    v_lines jsonb := p_lines;
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    -- By offer ids alone is the hot way; the other costs a second index for every line.
    if not jsonb_path_exists(p_lines, '$[*] ? (!exists(@.offer))') then
      return query select l.n, case when o.id is null then 'OFFER_UNKNOWN' end, null::jsonb, o.id, o.org_id, o.part_id, o.supplier_part, o.name, o.order_unit, o.content_unit, o.content_per_order_unit,
    o.price_unit, o.price_factor_num, o.price_factor_den, o.minimum, o.multiple, o.lead_days, o.lead_kind, o.ncnr, o.returnable_days, o.condition,
    o.approval_basis, o.country_of_origin, o.status, case when pp.charges then supply.charges_with(o.charges, o.org_id, p.currency, o.category, o.part_id, v_today) else o.charges end,
    p.amount, p.currency, p.basis,
    case when c.base is null then null when ag.item then 'AGREEMENT' when c.by_matrix then 'MATRIX' when ag.discount is not null then 'CATEGORY' when br.price is not null then 'BREAK' else 'LIST' end,
    case when c.base is null or c.by_matrix and not ag.item then null else it.agreement_id end,
    case when ag.item then it.valid_from when c.by_matrix then greatest(mx.valid_from, o.valid_from) else greatest(it.valid_from, o.valid_from) end,
    case when ag.item then it.valid_to when c.by_matrix then least(mx.valid_to, o.valid_to) else least(it.valid_to, o.valid_to) end,
    case when c.base is not null then c.q end,
    case when c.base is null and not coalesce(c.early or c.late, false) and o.price_type is distinct from 'QUOTE' then br.smallest end,
    div(2 * q.over * p.minor + q.under, 2 * q.under) * case p.minor when 1 then 1 when 100 then 0.01 when 1000 then 0.001 else 0.0001 end,
    case when c.off_pack and l.qty >= c.smallest then trim_scale(div(l.qty, o.multiple) * o.multiple) end,
    case when c.off_pack then case when l.qty < c.smallest then trim_scale(c.smallest) else trim_scale((div(l.qty, o.multiple) + 1) * o.multiple) end end,
    case when o.id is not null then st.free end, st.rows, case when o.status = 'ACTIVE' then st.earliest end, case when l.need_by is not null and o.id is not null then coalesce(o.status = 'ACTIVE' and st.earliest <= l.need_by, false) end,
    case when o.id is not null then concat_ws(' ', case when o.status <> 'ACTIVE' then 'WITHDRAWN' end,
      case when c.base is not null then null when c.price_type = 'QUOTE' then 'QUOTE_ONLY' when c.early then 'NOT_YET_VALID' when c.late then 'EXPIRED' when w.own is null and o.break_count > 0 then 'BELOW_SMALLEST_BREAK' else 'NO_PRICE' end,
      case when c.base is not null and c.price_type = 'BUDGET' then 'BUDGET_PRICE' end,
      case when c.off_pack then 'QUANTITY_OFF_PACK' end, case when st.earliest is null then 'OUT_OF_STOCK' end) end,
    case when c.spend is null then c.base else trim_scale(c.base) end, case when c.base is null then null when ag.item then it.first else o.list_price end, case when c.base is not null then ag.discount end, case when c.by_matrix and not ag.item then mx.customer_category end,
    case when ag.item then it.break_mode when br.smallest is not null then o.break_mode end, case when ag.item then nullif(it.break_unit, 'ORDER') else o.break_unit end,
    case when case when ag.item then it.break_scope else o.break_scope end = 'ORDER' then trim_scale(c.n) end,
    case when c.base is not null and it.best then case when ag.item then w.own * (100 - coalesce(w.discount, 0)) * 0.01 else w.item end end, coalesce(it.best, false),
    o.price_type, o.held_until, o.cancel_days
      from (select x.n, x.offer, x.qty, x."needBy" as need_by from jsonb_to_recordset(p_lines) as x (n int, offer uuid, qty numeric, "needBy" date)) l
      left join supply.offer o on o.id = l.offer 
  left join lateral (
    select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) as free,
      case when coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) >= l.qty then v_today when o.lead_days is null then null
        when o.lead_kind = 'WORKING' then (v_monday + (o.lead_days / 5) * 7 + o.lead_days % 5
      + case when extract(isodow from v_monday)::int + o.lead_days % 5 > 5 then 2 else 0 end) else v_today + o.lead_days end as earliest,
      json_agg(json_build_object('location', s.location, 'quantity', greatest(s.quantity - s.reserved, 0)::text, 'asOf', s.as_of, 'source', s.source) order by s.location) as rows
    from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id) st on true
  
  left join lateral (select y.item_at, y.group_at, y.matrix_at, y.list_at, y.matrix, y.charges from supply.pricing_policy y where y.org_id = o.org_id offset 0) pp on true
  left join lateral (
    select a.offer_id is not null as item, a.price as first, a.discount_percent as discount, a.basis, a.currency, a.agreement_id, a.valid_from, a.valid_to, bool_or(a.best) over () as best,
      a.break_from, a.break_price, a.break_mode, a.break_unit, a.break_scope, h.n, h.s
    from supply.agreement_price a cross join lateral (select case a.break_scope when 'ORDER' then supply.asked_of(p_lines, o.id, o.part_id) else l.qty end * case a.break_unit when 'PRICE' then o.price_factor_num else 1 end as n, case a.break_unit when 'PRICE' then o.price_factor_den else 1 end as s offset 0) h
    where a.counterparty_id = p_org and a.org_id = o.org_id and (a.offer_id = o.id or a.category = o.category)
      and a.valid_from <= case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(st.earliest, l.need_by), v_today) end and a.valid_to >= case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(st.earliest, l.need_by), v_today) end
      and (a.offer_id is null or a.price_unit = o.price_unit and (a.price is not null or a.break_from[1] * h.s <= h.n))
      and (pp.matrix is null or case when a.offer_id is null then pp.group_at else pp.item_at end is not null)
    order by case when pp.group_at < pp.item_at and not bool_or(a.best) over () and not coalesce(o.valid_from > v_today or o.valid_to < v_today, false) and o.price_type is distinct from 'QUOTE'
        and (o.list_price is not null or supply.reaches_break(o.org_id, o.id, case o.break_scope when 'ORDER' then supply.asked_of(p_lines, o.id, o.part_id) else l.qty end * case o.break_unit when 'PRICE' then o.price_factor_num else 1 end, case o.break_unit when 'PRICE' then o.price_factor_den else 1 end)) then a.category end, a.offer_id, a.valid_from desc limit 1) it on true
  left join lateral (select k.* from (select o.org_id, o.category where pp.matrix and pp.matrix_at is not null
      and (it.item is null or it.best or pp.matrix_at < case when it.item then pp.item_at else pp.group_at end) offset 0) x
    cross join lateral supply.matrix_discount(x.org_id, p_org, x.category, v_today) k) mx on true
  left join lateral (select k.* from (select it.n, it.s, supply.step_reach(it.break_mode, case it.break_unit when 'PRICE' then o.price_unit else o.order_unit end) as reach, it.break_from as f, it.break_price as p, it.break_mode as m, it.first where it.item and it.break_from is not null offset 0) x
    cross join lateral supply.broken_price(x.f, x.p, x.m, x.first, x.n, x.s, x.reach) k) ib on true
  left join lateral (select k.*, x.n from (select case o.break_scope when 'ORDER' then supply.asked_of(p_lines, o.id, o.part_id) else l.qty end * case o.break_unit when 'PRICE' then o.price_factor_num else 1 end as n, case o.break_unit when 'PRICE' then o.price_factor_den else 1 end as s, supply.step_reach(o.break_mode, case o.break_unit when 'PRICE' then o.price_unit else o.order_unit end) as reach
      where o.break_count > 0 and (it.item is not true or it.best or mx.discount is not null) offset 0) x cross join lateral (
    select min(k.q) as smallest, max(k.q) filter (where k.q * x.s <= x.n) as q,
      max(k.price) filter (where k.q * x.s <= x.n and (k.next is null or k.next * x.s > x.n)) as price,
      case when o.break_mode = 'GRADUATED' then coalesce(o.list_price, 0) * greatest(min(k.q) - x.reach, 0) * x.s
        + coalesce(sum(k.price * (least(x.n, (k.next - x.reach) * x.s) - case when k.first and o.list_price is null then 0 else greatest(k.q - x.reach, 0) * x.s end)) filter (where k.first and o.list_price is null or (k.q - x.reach) * x.s < x.n), 0) end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from (select z.from_quantity as q, z.price from supply.price_break z where z.org_id = o.org_id and z.offer_id = o.id) b window w as (order by b.q)) k) k) br on true
  cross join lateral (select
    case when ib.q is null then it.first when ib.spend is null then ib.price else round(ib.spend / it.n, 10) end as item,
    case when o.valid_from > v_today or o.valid_to < v_today or o.price_type = 'QUOTE' then null
      when br.price is null then o.list_price when br.spend is not null then round(br.spend / br.n, 10) else br.price end as own,
    case when it.best then greatest(it.discount, mx.discount, case when it.item and (pp.matrix is null or pp.group_at is not null) then supply.group_discount(o.org_id, p_org, o.category, v_today, coalesce(l.need_by, v_today), coalesce(greatest(st.earliest, l.need_by), v_today)) end)
      when mx.discount is not null then mx.discount else it.discount end as discount offset 0) w
  cross join lateral (select coalesce(it.item and w.item is not null and not (case
      when it.best then w.own is not null and (w.discount is not null or pp.matrix is null or pp.list_at is not null) and o.currency = it.currency and w.own * (100 - coalesce(w.discount, 0)) * it.basis < w.item * 100 * o.basis
      else mx.discount is not null and w.own is not null end), false) as item offset 0) u
  cross join lateral (select u.item, case when u.item then w.item end as price, case when not u.item then w.discount end as discount,
    case when u.item then it.basis end as basis, case when u.item then it.currency end as price_currency) ag
  cross join lateral (select
    o.valid_from > v_today as early, o.valid_to < v_today as late,
    case when ag.item then w.item when ag.discount is not null or pp.list_at is not null or pp.matrix is null then w.own end as base,
    case when ag.item then ib.q else br.q end as q, case when ag.item then case when ib.q is not null then ib.spend end when br.q is not null then br.spend end as spend,
    case when ag.item then it.n else br.n end as n,
    mx.discount is not null and mx.discount = w.discount and (it.discount is null or not it.best or mx.discount > it.discount) as by_matrix,
    case when ag.item then null when o.price_type = 'QUOTE' then 'QUOTE' when o.held_until < v_today then 'BUDGET' else o.price_type end as price_type,
    l.qty < o.minimum or mod(l.qty, o.multiple) <> 0 as off_pack,
    case when mod(o.minimum, o.multiple) = 0 then o.minimum else (div(o.minimum, o.multiple) + 1) * o.multiple end as smallest offset 0) c
  cross join lateral (select
    case when ag.discount is not null then trim_scale(round(c.base * (100 - ag.discount) * 0.01, 10))
      when c.spend is not null then trim_scale(c.base) else c.base end as amount,
    coalesce(ag.price_currency, o.currency) as currency, coalesce(ag.basis, o.basis) as basis,
    case when coalesce(ag.price_currency, o.currency) in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 1 when coalesce(ag.price_currency, o.currency) in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000
      when coalesce(ag.price_currency, o.currency) in ('CLF', 'UYW') then 10000 else 100 end as minor offset 0) p
  cross join lateral (select
    case when c.base is null then null when c.spend is null then l.qty * p.amount when ag.discount is null then l.qty * c.spend
      else l.qty * c.spend * (100 - ag.discount) * 0.01 end * o.price_factor_num as over,
    o.price_factor_den * p.basis * case when c.spend is null then 1 else c.n end as under offset 0) q
      order by l.n;
      return;
    end if;
    if jsonb_path_exists(p_lines, '$[*] ? (exists(@.number))') then
      v_lines := (
  select jsonb_agg(case when l.line ? 'number' then l.line || jsonb_build_object('part', case when r.parts = 1 then r.part end, 'problem',
      case when r.parts = 0 then 'NUMBER_UNKNOWN' when r.parts > 1 then 'NUMBER_AMBIGUOUS' end, 'choices', case when r.parts > 1 then r.choices end) else l.line end)
  from (select x.line, catalog.part_key(x.line ->> 'number') as key, upper(btrim(regexp_replace(x.line ->> 'number', '\s+', ' ', 'g'))) as number,
      array(select jsonb_array_elements_text(x.line -> 'makers')) as makers
    from jsonb_array_elements(p_lines) as x (line)) l
  left join lateral (
    select count(*) as parts, min(f.id::text) as part,
      jsonb_path_query_array(jsonb_agg(jsonb_build_object('partId', f.id, 'number', f.number, 'manufacturerCode', m.code, 'manufacturerName', m.name, 'name', f.name) order by f.number, m.code), '$[0 to 49]') as choices
    from (
      select h.*, min(h.step) over () as best from (
        select distinct on (u.id) u.* from (
          select p.id, p.number, p.name, p.manufacturer_id, case when p.number = l.number then 1 else 2 end as step from catalog.part p where p.key = l.key
          union all
          select p.id, p.number, p.name, p.manufacturer_id, case when a.number = l.number then 1 else 2 end from catalog.part_alias a join catalog.part p on p.id = a.part_id
          where a.org_id = p_org and a.key = l.key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today and not l.line ? 'makers') u
        where not l.line ? 'makers' or exists (select 1 from catalog.manufacturer_alias y where y.manufacturer_id = u.manufacturer_id and y.alias = any (l.makers))
        order by u.id, u.step) h) f
    join catalog.manufacturer m on m.id = f.manufacturer_id where f.step = f.best) r on l.line ? 'number');
    end if;
    return query select l.n, coalesce(l.problem, case when o.id is null then case when l.offer is not null then 'OFFER_UNKNOWN' else 'NO_OFFER' end end), l.choices, o.id, o.org_id, o.part_id, o.supplier_part, o.name, o.order_unit, o.content_unit, o.content_per_order_unit,
    o.price_unit, o.price_factor_num, o.price_factor_den, o.minimum, o.multiple, o.lead_days, o.lead_kind, o.ncnr, o.returnable_days, o.condition,
    o.approval_basis, o.country_of_origin, o.status, case when pp.charges then supply.charges_with(o.charges, o.org_id, p.currency, o.category, o.part_id, v_today) else o.charges end,
    p.amount, p.currency, p.basis,
    case when c.base is null then null when ag.item then 'AGREEMENT' when c.by_matrix then 'MATRIX' when ag.discount is not null then 'CATEGORY' when br.price is not null then 'BREAK' else 'LIST' end,
    case when c.base is null or c.by_matrix and not ag.item then null else it.agreement_id end,
    case when ag.item then it.valid_from when c.by_matrix then greatest(mx.valid_from, o.valid_from) else greatest(it.valid_from, o.valid_from) end,
    case when ag.item then it.valid_to when c.by_matrix then least(mx.valid_to, o.valid_to) else least(it.valid_to, o.valid_to) end,
    case when c.base is not null then c.q end,
    case when c.base is null and not coalesce(c.early or c.late, false) and o.price_type is distinct from 'QUOTE' then br.smallest end,
    div(2 * q.over * p.minor + q.under, 2 * q.under) * case p.minor when 1 then 1 when 100 then 0.01 when 1000 then 0.001 else 0.0001 end,
    case when c.off_pack and l.qty >= c.smallest then trim_scale(div(l.qty, o.multiple) * o.multiple) end,
    case when c.off_pack then case when l.qty < c.smallest then trim_scale(c.smallest) else trim_scale((div(l.qty, o.multiple) + 1) * o.multiple) end end,
    case when o.id is not null then st.free end, st.rows, case when o.status = 'ACTIVE' then st.earliest end, case when l.need_by is not null and o.id is not null then coalesce(o.status = 'ACTIVE' and st.earliest <= l.need_by, false) end,
    case when o.id is not null then concat_ws(' ', case when o.status <> 'ACTIVE' then 'WITHDRAWN' end,
      case when c.base is not null then null when c.price_type = 'QUOTE' then 'QUOTE_ONLY' when c.early then 'NOT_YET_VALID' when c.late then 'EXPIRED' when w.own is null and o.break_count > 0 then 'BELOW_SMALLEST_BREAK' else 'NO_PRICE' end,
      case when c.base is not null and c.price_type = 'BUDGET' then 'BUDGET_PRICE' end,
      case when c.off_pack then 'QUANTITY_OFF_PACK' end, case when st.earliest is null then 'OUT_OF_STOCK' end) end,
    case when c.spend is null then c.base else trim_scale(c.base) end, case when c.base is null then null when ag.item then it.first else o.list_price end, case when c.base is not null then ag.discount end, case when c.by_matrix and not ag.item then mx.customer_category end,
    case when ag.item then it.break_mode when br.smallest is not null then o.break_mode end, case when ag.item then nullif(it.break_unit, 'ORDER') else o.break_unit end,
    case when case when ag.item then it.break_scope else o.break_scope end = 'ORDER' then trim_scale(c.n) end,
    case when c.base is not null and it.best then case when ag.item then w.own * (100 - coalesce(w.discount, 0)) * 0.01 else w.item end end, coalesce(it.best, false),
    o.price_type, o.held_until, o.cancel_days
    from (select x.n, x.offer, x.part, x.qty, x."needBy" as need_by, x.problem, x.choices
      from jsonb_to_recordset(v_lines) as x (n int, offer uuid, part uuid, qty numeric, "needBy" date, problem text, choices jsonb)) l
    left join lateral (
      select a.* from supply.offer a where a.id = l.offer
      union all
      (select (f.b).* from (select b, row_number() over (partition by b.org_id order by b.id) as place from supply.offer b
         where b.part_id = l.part and l.offer is null and b.status = 'ACTIVE') f where f.place <= 25 order by f.place limit 200)) o on true 
  left join lateral (
    select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) as free,
      case when coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) >= l.qty then v_today when o.lead_days is null then null
        when o.lead_kind = 'WORKING' then (v_monday + (o.lead_days / 5) * 7 + o.lead_days % 5
      + case when extract(isodow from v_monday)::int + o.lead_days % 5 > 5 then 2 else 0 end) else v_today + o.lead_days end as earliest,
      json_agg(json_build_object('location', s.location, 'quantity', greatest(s.quantity - s.reserved, 0)::text, 'asOf', s.as_of, 'source', s.source) order by s.location) as rows
    from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id) st on true
  
  left join lateral (select y.item_at, y.group_at, y.matrix_at, y.list_at, y.matrix, y.charges from supply.pricing_policy y where y.org_id = o.org_id offset 0) pp on true
  left join lateral (
    select a.offer_id is not null as item, a.price as first, a.discount_percent as discount, a.basis, a.currency, a.agreement_id, a.valid_from, a.valid_to, bool_or(a.best) over () as best,
      a.break_from, a.break_price, a.break_mode, a.break_unit, a.break_scope, h.n, h.s
    from supply.agreement_price a cross join lateral (select case a.break_scope when 'ORDER' then supply.asked_of(v_lines, o.id, o.part_id) else l.qty end * case a.break_unit when 'PRICE' then o.price_factor_num else 1 end as n, case a.break_unit when 'PRICE' then o.price_factor_den else 1 end as s offset 0) h
    where a.counterparty_id = p_org and a.org_id = o.org_id and (a.offer_id = o.id or a.category = o.category)
      and a.valid_from <= case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(st.earliest, l.need_by), v_today) end and a.valid_to >= case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(st.earliest, l.need_by), v_today) end
      and (a.offer_id is null or a.price_unit = o.price_unit and (a.price is not null or a.break_from[1] * h.s <= h.n))
      and (pp.matrix is null or case when a.offer_id is null then pp.group_at else pp.item_at end is not null)
    order by case when pp.group_at < pp.item_at and not bool_or(a.best) over () and not coalesce(o.valid_from > v_today or o.valid_to < v_today, false) and o.price_type is distinct from 'QUOTE'
        and (o.list_price is not null or supply.reaches_break(o.org_id, o.id, case o.break_scope when 'ORDER' then supply.asked_of(v_lines, o.id, o.part_id) else l.qty end * case o.break_unit when 'PRICE' then o.price_factor_num else 1 end, case o.break_unit when 'PRICE' then o.price_factor_den else 1 end)) then a.category end, a.offer_id, a.valid_from desc limit 1) it on true
  left join lateral (select k.* from (select o.org_id, o.category where pp.matrix and pp.matrix_at is not null
      and (it.item is null or it.best or pp.matrix_at < case when it.item then pp.item_at else pp.group_at end) offset 0) x
    cross join lateral supply.matrix_discount(x.org_id, p_org, x.category, v_today) k) mx on true
  left join lateral (select k.* from (select it.n, it.s, supply.step_reach(it.break_mode, case it.break_unit when 'PRICE' then o.price_unit else o.order_unit end) as reach, it.break_from as f, it.break_price as p, it.break_mode as m, it.first where it.item and it.break_from is not null offset 0) x
    cross join lateral supply.broken_price(x.f, x.p, x.m, x.first, x.n, x.s, x.reach) k) ib on true
  left join lateral (select k.*, x.n from (select case o.break_scope when 'ORDER' then supply.asked_of(v_lines, o.id, o.part_id) else l.qty end * case o.break_unit when 'PRICE' then o.price_factor_num else 1 end as n, case o.break_unit when 'PRICE' then o.price_factor_den else 1 end as s, supply.step_reach(o.break_mode, case o.break_unit when 'PRICE' then o.price_unit else o.order_unit end) as reach
      where o.break_count > 0 and (it.item is not true or it.best or mx.discount is not null) offset 0) x cross join lateral (
    select min(k.q) as smallest, max(k.q) filter (where k.q * x.s <= x.n) as q,
      max(k.price) filter (where k.q * x.s <= x.n and (k.next is null or k.next * x.s > x.n)) as price,
      case when o.break_mode = 'GRADUATED' then coalesce(o.list_price, 0) * greatest(min(k.q) - x.reach, 0) * x.s
        + coalesce(sum(k.price * (least(x.n, (k.next - x.reach) * x.s) - case when k.first and o.list_price is null then 0 else greatest(k.q - x.reach, 0) * x.s end)) filter (where k.first and o.list_price is null or (k.q - x.reach) * x.s < x.n), 0) end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from (select z.from_quantity as q, z.price from supply.price_break z where z.org_id = o.org_id and z.offer_id = o.id) b window w as (order by b.q)) k) k) br on true
  cross join lateral (select
    case when ib.q is null then it.first when ib.spend is null then ib.price else round(ib.spend / it.n, 10) end as item,
    case when o.valid_from > v_today or o.valid_to < v_today or o.price_type = 'QUOTE' then null
      when br.price is null then o.list_price when br.spend is not null then round(br.spend / br.n, 10) else br.price end as own,
    case when it.best then greatest(it.discount, mx.discount, case when it.item and (pp.matrix is null or pp.group_at is not null) then supply.group_discount(o.org_id, p_org, o.category, v_today, coalesce(l.need_by, v_today), coalesce(greatest(st.earliest, l.need_by), v_today)) end)
      when mx.discount is not null then mx.discount else it.discount end as discount offset 0) w
  cross join lateral (select coalesce(it.item and w.item is not null and not (case
      when it.best then w.own is not null and (w.discount is not null or pp.matrix is null or pp.list_at is not null) and o.currency = it.currency and w.own * (100 - coalesce(w.discount, 0)) * it.basis < w.item * 100 * o.basis
      else mx.discount is not null and w.own is not null end), false) as item offset 0) u
  cross join lateral (select u.item, case when u.item then w.item end as price, case when not u.item then w.discount end as discount,
    case when u.item then it.basis end as basis, case when u.item then it.currency end as price_currency) ag
  cross join lateral (select
    o.valid_from > v_today as early, o.valid_to < v_today as late,
    case when ag.item then w.item when ag.discount is not null or pp.list_at is not null or pp.matrix is null then w.own end as base,
    case when ag.item then ib.q else br.q end as q, case when ag.item then case when ib.q is not null then ib.spend end when br.q is not null then br.spend end as spend,
    case when ag.item then it.n else br.n end as n,
    mx.discount is not null and mx.discount = w.discount and (it.discount is null or not it.best or mx.discount > it.discount) as by_matrix,
    case when ag.item then null when o.price_type = 'QUOTE' then 'QUOTE' when o.held_until < v_today then 'BUDGET' else o.price_type end as price_type,
    l.qty < o.minimum or mod(l.qty, o.multiple) <> 0 as off_pack,
    case when mod(o.minimum, o.multiple) = 0 then o.minimum else (div(o.minimum, o.multiple) + 1) * o.multiple end as smallest offset 0) c
  cross join lateral (select
    case when ag.discount is not null then trim_scale(round(c.base * (100 - ag.discount) * 0.01, 10))
      when c.spend is not null then trim_scale(c.base) else c.base end as amount,
    coalesce(ag.price_currency, o.currency) as currency, coalesce(ag.basis, o.basis) as basis,
    case when coalesce(ag.price_currency, o.currency) in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') then 1 when coalesce(ag.price_currency, o.currency) in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000
      when coalesce(ag.price_currency, o.currency) in ('CLF', 'UYW') then 10000 else 100 end as minor offset 0) p
  cross join lateral (select
    case when c.base is null then null when c.spend is null then l.qty * p.amount when ag.discount is null then l.qty * c.spend
      else l.qty * c.spend * (100 - ag.discount) * 0.01 end * o.price_factor_num as over,
    o.price_factor_den * p.basis * case when c.spend is null then 1 else c.n end as under offset 0) q
    order by l.n, st.earliest nulls last, c.base is null, o.id;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.read_search(p_org uuid, p_query jsonb)
 RETURNS TABLE(matched_by text, page json, has_more boolean, facets json, total integer, capped boolean, suggestions jsonb)
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_text text := coalesce(btrim(regexp_replace(p_query ->> 'text', '\s+', ' ', 'g')), '');
    v_number text := upper(v_text);
    v_key text := catalog.part_key(v_text);
    v_first int := (p_query ->> 'first')::int;
    v_facets boolean := coalesce((p_query ->> 'facets')::boolean, false);
    v_offers boolean := coalesce((p_query ->> 'offers')::boolean, false);
    v_makers uuid[] := (select array_agg(x::uuid) from jsonb_array_elements_text(p_query -> 'manufacturers') as x);
    v_suppliers uuid[] := (select array_agg(x::uuid) from jsonb_array_elements_text(p_query -> 'suppliers') as x);
    v_class text := p_query ->> 'classification';
    v_classes text[];
    v_tree boolean;
    v_bases text[] := (select array_agg(x) from jsonb_array_elements_text(p_query -> 'approvalBases') as x);
    v_in_stock boolean := coalesce((p_query ->> 'inStock')::boolean, false);
    v_filtered boolean := v_makers is not null or v_suppliers is not null or v_class is not null or v_bases is not null or v_in_stock;
    v_after jsonb := p_query -> 'after';
    v_by text := v_after ->> 'by';
    v_from_key text := greatest(v_after ->> 'key', v_key);
    v_from_id uuid := coalesce((v_after ->> 'id')::uuid, '00000000-0000-0000-0000-000000000000');
    v_cap constant int := 500;
    v_like_number boolean := v_text ~ '[0-9]' and v_key <> '';
    v_words tsquery;
    v_pairs text;
    v_latin text;
    v_ids uuid[];
    v_sorts real[];
    v_step int;
    v_lean boolean := coalesce((p_query ->> 'lean')::boolean, false);
    v_page uuid[];
    v_supply jsonb;
    v_others uuid[];
    v_alike text[] := array[''];
    v_sign text;
    v_other text;
  begin
    if coalesce(nullif(current_setting('app.org', true), '')::uuid, p_org) is distinct from p_org then
      raise exception using errcode = 'EN403', message = 'already bound to another organisation';
    end if;
    perform set_config('app.org', p_org::text, true);
    if v_class is not null then
      v_classes := catalog.classes_below(v_class);
      v_tree := cardinality(v_classes) > 1 or v_class !~ '^UNSPSC:';
    end if;

    -- The first way that finds something answers; a later page goes the way of the first one.
    if v_text = '' then
      matched_by := null;
      if v_class is not null and v_tree then if v_filtered then 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part_search s
        where s.classes && v_classes and s.key >= v_from_key and (s.key > v_from_key or s.part_id > v_from_id) 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))
        order by s.key, s.part_id limit case when v_facets then v_cap else v_first + 1 end) f; else 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part_search s
        where s.classes && v_classes and s.key >= v_from_key and (s.key > v_from_key or s.part_id > v_from_id) 
        order by s.key, s.part_id limit case when v_facets then v_cap else v_first + 1 end) f; end if; elsif v_class is not null then if v_filtered then 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part_search s
        where s.class = v_class and s.key >= v_from_key and (s.key > v_from_key or s.part_id > v_from_id) 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))
        order by s.key, s.part_id limit case when v_facets then v_cap else v_first + 1 end) f; else 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part_search s
        where s.class = v_class and s.key >= v_from_key and (s.key > v_from_key or s.part_id > v_from_id) 
        order by s.key, s.part_id limit case when v_facets then v_cap else v_first + 1 end) f; end if; else if v_filtered then 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f; else 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) 
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f; end if; end if;
    else
      if v_key <> '' and (v_by is null or v_by in ('EXACT', 'OWN_NUMBER', 'COMMON_NUMBER', 'NORMALISED')) then
        if v_filtered then 
      select array_agg(f.part_id order by f.step, f.part_id), array_agg(f.step::real order by f.step, f.part_id), min(f.step) into v_ids, v_sorts, v_step from (
        select h.part_id, h.step, min(h.step) over () as best from (
          select coalesce(c.to_part, u.part_id) as part_id, min(u.step) as step from (
            select p.id as part_id, case when p.number = v_number then 1 else 4 end as step from catalog.part p where p.key = v_key
            union all
            select a.part_id, case when a.number = v_number then 2 else 4 end from catalog.part_alias a
            where a.org_id = p_org and a.key = v_key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today
            union all
            select a.part_id, 3 from catalog.common_alias a
            where a.key = any (catalog.alias_keys(v_key)) and (a.key = v_key or a.kind = 'GTIN') and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today) u
          left join catalog.identity_correction c on c.from_part = u.part_id and c.kind = 'MERGE' and c.undone_at is null group by 1) h
        join catalog.part_search s on s.part_id = h.part_id where true 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))) f where f.best = 4 or f.step < 4; else 
      select array_agg(f.part_id order by f.step, f.part_id), array_agg(f.step::real order by f.step, f.part_id), min(f.step) into v_ids, v_sorts, v_step from (
        select h.part_id, h.step, min(h.step) over () as best from (
          select coalesce(c.to_part, u.part_id) as part_id, min(u.step) as step from (
            select p.id as part_id, case when p.number = v_number then 1 else 4 end as step from catalog.part p where p.key = v_key
            union all
            select a.part_id, case when a.number = v_number then 2 else 4 end from catalog.part_alias a
            where a.org_id = p_org and a.key = v_key and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today
            union all
            select a.part_id, 3 from catalog.common_alias a
            where a.key = any (catalog.alias_keys(v_key)) and (a.key = v_key or a.kind = 'GTIN') and a.valid_from <= v_today and coalesce(a.valid_to, v_today) >= v_today) u
          left join catalog.identity_correction c on c.from_part = u.part_id and c.kind = 'MERGE' and c.undone_at is null group by 1) h
        join catalog.part_search s on s.part_id = h.part_id where true ) f where f.best = 4 or f.step < 4; end if;
        matched_by := case v_step when 1 then 'EXACT' when 2 then 'OWN_NUMBER' when 3 then 'COMMON_NUMBER' else 'NORMALISED' end;
      end if;
      if v_ids is null and length(v_key) >= 2 and (v_by = 'PREFIX' or v_by is null and v_like_number) then
        matched_by := 'PREFIX';
        if v_filtered then 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f; else 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) 
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f; end if;
      end if;
      -- Three characters are the least that trigrams can find.
      if v_ids is null and length(v_key) >= 3 and (v_by = 'FRAGMENT' or v_by is null and v_like_number) then
        matched_by := 'FRAGMENT';
        if v_filtered then 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select s.part_id, position(v_key in s.key)::real as sort from catalog.part_search s where s.key like '%' || v_key || '%' 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved)) limit v_cap) f; else 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select s.part_id, position(v_key in s.key)::real as sort from catalog.part_search s where s.key like '%' || v_key || '%'  limit v_cap) f; end if;
      end if;
      if v_ids is null and (v_by is null or v_by = 'TEXT') then
        matched_by := 'TEXT';
        -- A single character is the beginning of a pair; longer runs are asked for pair by pair.
        v_pairs := case when v_text ~ '[㐀-䶿一-鿿豈-﫿]' then (
          select string_agg(case when length(r.run[1]) = 1 then r.run[1] || ':*' else substr(r.run[1], i, 2) end, ' & ')
          from regexp_matches(v_text, '[㐀-䶿一-鿿豈-﫿]+', 'g') as r (run), generate_series(1, greatest(length(r.run[1]) - 1, 1)) as i) end;
        v_latin := case when v_pairs is null then v_text else regexp_replace(v_text, '[㐀-䶿一-鿿豈-﫿]+', ' ', 'g') end;
        v_words := case when v_latin ~ '[[:alnum:]]' then plainto_tsquery('pg_catalog.simple', v_latin) end;
        if v_pairs is not null then v_words := coalesce(v_words && to_tsquery('pg_catalog.simple', v_pairs), to_tsquery('pg_catalog.simple', v_pairs)); end if;
        if numnode(v_words) > 0 then if v_filtered then 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select c.part_id, -ts_rank(c.tsv, v_words) as sort from (
          select s.part_id, s.tsv from catalog.part_search s where s.tsv @@ v_words and (pg_catalog.uuid_hash(s.part_id) & 31) = 0 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved)) limit v_cap) c) f; else 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select c.part_id, -ts_rank(c.tsv, v_words) as sort from (
          select s.part_id, s.tsv from catalog.part_search s where s.tsv @@ v_words and (pg_catalog.uuid_hash(s.part_id) & 31) = 0  limit v_cap) c) f; end if;
        -- GIN reads all that it knows of a word before it gives the first hit: 600,000 parts for the first 500 that have "mm".
        if coalesce(cardinality(v_ids), 0) < v_cap then if v_filtered then 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select c.part_id, -ts_rank(c.tsv, v_words) as sort from (
          select s.part_id, s.tsv from catalog.part_search s where s.tsv @@ v_words 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved)) limit v_cap) c) f; else 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select c.part_id, -ts_rank(c.tsv, v_words) as sort from (
          select s.part_id, s.tsv from catalog.part_search s where s.tsv @@ v_words  limit v_cap) c) f; end if; end if; end if;
      end if;
      -- A word that is none of the words may be the beginning of a number: letters only.
      if v_ids is null and length(v_key) >= 2 and not v_like_number and (v_by is null or v_by = 'PREFIX') then
        matched_by := 'PREFIX';
        if v_filtered then 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved))
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f; else 
      select array_agg(f.part_id order by f.key, f.part_id), array_agg(0::real) into v_ids, v_sorts from (
        select s.part_id, s.key from catalog.part p join catalog.part_search s on s.part_id = p.id
        where p.key >= v_from_key and p.key < v_key || '~' and (p.key > v_from_key or p.id > v_from_id) 
        order by p.key, p.id limit case when v_facets then v_cap else v_first + 1 end) f; end if;
      end if;
      if v_ids is null and length(v_key) >= 3 and not v_like_number and (v_by is null or v_by = 'FRAGMENT') then
        matched_by := 'FRAGMENT';
        if v_filtered then 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select s.part_id, position(v_key in s.key)::real as sort from catalog.part_search s where s.key like '%' || v_key || '%' 
      and (v_makers is null or s.manufacturer_id = any (v_makers)) and (v_class is null or s.class = v_class or s.classes && v_classes)
      and (v_bases is null or exists (select 1 from catalog.part q where q.id = s.part_id and catalog.approval_basis(q.approval_basis) = any (v_bases))
        or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and catalog.approval_basis(o.approval_basis) = any (v_bases)))
      and (v_suppliers is null or exists (select 1 from supply.offer o where o.part_id = s.part_id and o.status = 'ACTIVE' and o.org_id = any (v_suppliers)))
      and (not v_in_stock or exists (select 1 from supply.part_supply y where y.part_id = s.part_id and y.in_stock)
        or exists (select 1 from supply.offer o join supply.stock k on k.org_id = o.org_id and k.offer_id = o.id
          where o.part_id = s.part_id and o.status = 'ACTIVE' and o.audience is not null and k.quantity > k.reserved)) limit v_cap) f; else 
      select array_agg(f.part_id order by f.sort, f.part_id), array_agg(f.sort order by f.sort, f.part_id) into v_ids, v_sorts from (
        select s.part_id, position(v_key in s.key)::real as sort from catalog.part_search s where s.key like '%' || v_key || '%'  limit v_cap) f; end if;
      end if;
      if v_ids is null then matched_by := null; end if;
    end if;

    total := coalesce(cardinality(v_ids), 0);
    capped := total >= v_cap;
    if v_after is null or v_by in ('PREFIX', '') or v_text = '' then
      v_page := v_ids[1:v_first + 1];
    else
      v_page := array(select c.id from unnest(v_ids, v_sorts) with ordinality as c (id, sort, place)
        where (c.sort, c.id) > ((v_after ->> 'sort')::real, v_from_id) order by c.place limit v_first + 1);
    end if;
    has_more := coalesce(cardinality(v_page), 0) > v_first;
    v_page := v_page[1:v_first];

    if v_offers and v_page <> '{}' then
      v_others := array(select c.from_part from catalog.identity_correction c where c.to_part = any (v_page) and c.undone_at is null);
      v_supply := (select jsonb_object_agg(w.part_id, w.supply) from (
          select q.part_id, jsonb_build_object('offerCount', sum(q.offers), 'supplierCount', (select count(distinct u) from unnest(string_to_array(string_agg(array_to_string(q.suppliers, ','), ','), ',')) as u), 'inStock', bool_or(q.stocked),
            'lowestPrices', coalesce(jsonb_agg(jsonb_build_object('amount', trim_scale(round(q.lowest, 10))::text, 'currency', q.currency, 'basis', '1', 'unit', q.unit)
              order by q.offers desc, q.currency, q.unit) filter (where q.lowest is not null), '[]')) as supply
          from (
            select e.part as part_id, coalesce(o.content_unit, o.order_unit) as unit, coalesce(ag.price_currency, o.currency) as currency, count(*) as offers,
              array_agg(distinct o.org_id) as suppliers,
              bool_or(exists (select 1 from supply.stock k where k.org_id = o.org_id and k.offer_id = o.id and k.quantity > k.reserved)) as stocked,
              min(case when not (o.content_per_order_unit is null and o.order_unit ~ '^X') then
        coalesce(ag.price, coalesce(br.price, o.list_price) * (100 - coalesce(ag.discount, 0)) * 0.01)
          * o.price_factor_num / o.price_factor_den / coalesce(ag.basis, o.basis) / coalesce(o.content_per_order_unit, 1) end) filter (where ag.price is not null or o.price_type is distinct from 'QUOTE' and (pp.matrix is null or pp.list_at is not null or ag.discount is not null) and coalesce(o.valid_from, v_today) <= v_today and coalesce(o.valid_to, v_today) >= v_today) as lowest
            from supply.offer o
            left join catalog.identity_correction sp on sp.from_part = o.part_id and sp.supplier_id = o.org_id and sp.undone_at is null
            left join catalog.identity_correction mg on mg.from_part = o.part_id and mg.kind = 'MERGE' and mg.undone_at is null
            cross join lateral (select coalesce(sp.to_part, mg.to_part, o.part_id) as part offset 0) e
            cross join lateral (select o.minimum as qty, null::date as need_by offset 0) l 
  left join lateral (select y.item_at, y.group_at, y.matrix_at, y.list_at, y.matrix, y.charges from supply.pricing_policy y where y.org_id = o.org_id offset 0) pp on true
  left join lateral (
    select a.offer_id is not null as item, a.price as first, a.discount_percent as discount, a.basis, a.currency, a.agreement_id, a.valid_from, a.valid_to, bool_or(a.best) over () as best,
      a.break_from, a.break_price, a.break_mode, a.break_unit, a.break_scope, h.n, h.s
    from supply.agreement_price a cross join lateral (select case a.break_scope when 'ORDER' then l.qty else l.qty end * case a.break_unit when 'PRICE' then o.price_factor_num else 1 end as n, case a.break_unit when 'PRICE' then o.price_factor_den else 1 end as s offset 0) h
    where a.counterparty_id = p_org and a.org_id = o.org_id and (a.offer_id = o.id or a.category = o.category)
      and a.valid_from <= case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(v_today, l.need_by), v_today) end and a.valid_to >= case a.pricing_date when 'ORDER' then v_today when 'DELIVERY' then coalesce(l.need_by, v_today) else coalesce(greatest(v_today, l.need_by), v_today) end
      and (a.offer_id is null or a.price_unit = o.price_unit and (a.price is not null or a.break_from[1] * h.s <= h.n))
      and (pp.matrix is null or case when a.offer_id is null then pp.group_at else pp.item_at end is not null)
    order by case when pp.group_at < pp.item_at and not bool_or(a.best) over () and not coalesce(o.valid_from > v_today or o.valid_to < v_today, false) and o.price_type is distinct from 'QUOTE'
        and (o.list_price is not null or supply.reaches_break(o.org_id, o.id, case o.break_scope when 'ORDER' then l.qty else l.qty end * case o.break_unit when 'PRICE' then o.price_factor_num else 1 end, case o.break_unit when 'PRICE' then o.price_factor_den else 1 end)) then a.category end, a.offer_id, a.valid_from desc limit 1) it on true
  left join lateral (select k.* from (select o.org_id, o.category where pp.matrix and pp.matrix_at is not null
      and (it.item is null or it.best or pp.matrix_at < case when it.item then pp.item_at else pp.group_at end) offset 0) x
    cross join lateral supply.matrix_discount(x.org_id, p_org, x.category, v_today) k) mx on true
  left join lateral (select k.* from (select it.n, it.s, supply.step_reach(it.break_mode, case it.break_unit when 'PRICE' then o.price_unit else o.order_unit end) as reach, it.break_from as f, it.break_price as p, it.break_mode as m, it.first where it.item and it.break_from is not null offset 0) x
    cross join lateral supply.broken_price(x.f, x.p, x.m, x.first, x.n, x.s, x.reach) k) ib on true
  left join lateral (select k.*, x.n from (select case o.break_scope when 'ORDER' then l.qty else l.qty end * case o.break_unit when 'PRICE' then o.price_factor_num else 1 end as n, case o.break_unit when 'PRICE' then o.price_factor_den else 1 end as s, supply.step_reach(o.break_mode, case o.break_unit when 'PRICE' then o.price_unit else o.order_unit end) as reach
      where o.break_count > 0 and (it.item is not true or it.best or mx.discount is not null) offset 0) x cross join lateral (
    select min(k.q) as smallest, max(k.q) filter (where k.q * x.s <= x.n) as q,
      max(k.price) filter (where k.q * x.s <= x.n and (k.next is null or k.next * x.s > x.n)) as price,
      case when o.break_mode = 'GRADUATED' then coalesce(o.list_price, 0) * greatest(min(k.q) - x.reach, 0) * x.s
        + coalesce(sum(k.price * (least(x.n, (k.next - x.reach) * x.s) - case when k.first and o.list_price is null then 0 else greatest(k.q - x.reach, 0) * x.s end)) filter (where k.first and o.list_price is null or (k.q - x.reach) * x.s < x.n), 0) end as spend
    from (select b.q, b.price, lead(b.q) over w as next, row_number() over w = 1 as first from (select z.from_quantity as q, z.price from supply.price_break z where z.org_id = o.org_id and z.offer_id = o.id) b window w as (order by b.q)) k) k) br on true
  cross join lateral (select
    case when ib.q is null then it.first when ib.spend is null then ib.price else round(ib.spend / it.n, 10) end as item,
    case when o.valid_from > v_today or o.valid_to < v_today or o.price_type = 'QUOTE' then null
      when br.price is null then o.list_price when br.spend is not null then round(br.spend / br.n, 10) else br.price end as own,
    case when it.best then greatest(it.discount, mx.discount, case when it.item and (pp.matrix is null or pp.group_at is not null) then supply.group_discount(o.org_id, p_org, o.category, v_today, coalesce(l.need_by, v_today), coalesce(greatest(v_today, l.need_by), v_today)) end)
      when mx.discount is not null then mx.discount else it.discount end as discount offset 0) w
  cross join lateral (select coalesce(it.item and w.item is not null and not (case
      when it.best then w.own is not null and (w.discount is not null or pp.matrix is null or pp.list_at is not null) and o.currency = it.currency and w.own * (100 - coalesce(w.discount, 0)) * it.basis < w.item * 100 * o.basis
      else mx.discount is not null and w.own is not null end), false) as item offset 0) u
  cross join lateral (select u.item, case when u.item then w.item end as price, case when not u.item then w.discount end as discount,
    case when u.item then it.basis end as basis, case when u.item then it.currency end as price_currency) ag
            where o.part_id = any (v_page || v_others) and e.part = any (v_page) and o.status = 'ACTIVE' and (v_bases is null or catalog.approval_basis(coalesce(o.approval_basis, (select q.approval_basis from catalog.part q where q.id = o.part_id))) = any (v_bases))
            group by 1, 2, 3) q
          group by 1) w);
      page := (select json_agg(json_build_object('sort', v_sorts[array_position(v_ids, g.id)], 'part', case when v_lean then json_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names, 'manufacturerId', p.manufacturer_id, 'manufacturer', json_build_object('id', m.id, 'code', m.code, 'codeKind', m.code_kind, 'name', m.name, 'cages', m.cages, 'issuingBody', m.issuing_body, 'successorId', m.successor_id, 'succeededOn', m.succeeded_on, 'mergedInto', m.merged_into, 'version', m.version)) else json_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names, 'description', p.description, 'unit', p.unit,
          'unspsc', p.unspsc, 'ata', p.ata, 'classifications', p.classifications, 'shelfLifeDays', p.shelf_life_days, 'hazmat', p.hazmat, 'approvalBasis', p.approval_basis,
          'unNumber', p.un_number, 'hazardClass', p.hazard_class, 'packingGroup', p.packing_group, 'shelfLifeExtendable', p.shelf_life_extendable, 'eccn', p.eccn, 'hsCode', p.hs_code,
          'lifeLimited', p.life_limited, 'essentiality', p.essentiality, 'spareClass', p.spare_class,
          'manufacturerId', p.manufacturer_id, 'manufacturer', json_build_object('id', m.id, 'code', m.code, 'codeKind', m.code_kind, 'name', m.name, 'cages', m.cages, 'issuingBody', m.issuing_body, 'successorId', m.successor_id, 'succeededOn', m.succeeded_on, 'mergedInto', m.merged_into, 'version', m.version)) end, 'offerCount', coalesce(v_supply -> g.id::text -> 'offerCount', '0'), 'supplierCount', coalesce(v_supply -> g.id::text -> 'supplierCount', '0'), 'inStock', coalesce(v_supply -> g.id::text -> 'inStock', 'false'), 'lowestPrices', coalesce(v_supply -> g.id::text -> 'lowestPrices', '[]')) order by g.place)
      from unnest(v_page) with ordinality as g (id, place) join catalog.part p on p.id = g.id join catalog.manufacturer m on m.id = p.manufacturer_id);
    else
      page := (select json_agg(json_build_object('sort', v_sorts[array_position(v_ids, g.id)], 'part', case when v_lean then json_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names, 'manufacturerId', p.manufacturer_id, 'manufacturer', json_build_object('id', m.id, 'code', m.code, 'codeKind', m.code_kind, 'name', m.name, 'cages', m.cages, 'issuingBody', m.issuing_body, 'successorId', m.successor_id, 'succeededOn', m.succeeded_on, 'mergedInto', m.merged_into, 'version', m.version)) else json_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names, 'description', p.description, 'unit', p.unit,
          'unspsc', p.unspsc, 'ata', p.ata, 'classifications', p.classifications, 'shelfLifeDays', p.shelf_life_days, 'hazmat', p.hazmat, 'approvalBasis', p.approval_basis,
          'unNumber', p.un_number, 'hazardClass', p.hazard_class, 'packingGroup', p.packing_group, 'shelfLifeExtendable', p.shelf_life_extendable, 'eccn', p.eccn, 'hsCode', p.hs_code,
          'lifeLimited', p.life_limited, 'essentiality', p.essentiality, 'spareClass', p.spare_class,
          'manufacturerId', p.manufacturer_id, 'manufacturer', json_build_object('id', m.id, 'code', m.code, 'codeKind', m.code_kind, 'name', m.name, 'cages', m.cages, 'issuingBody', m.issuing_body, 'successorId', m.successor_id, 'succeededOn', m.succeeded_on, 'mergedInto', m.merged_into, 'version', m.version)) end) order by g.place)
      from unnest(v_page) with ordinality as g (id, place) join catalog.part p on p.id = g.id join catalog.manufacturer m on m.id = p.manufacturer_id);
    end if;

    if v_facets and v_after is null then
      facets := (with c as materialized (
          select s.part_id as id, s.manufacturer_id, s.classes, case when (p_query ->> 'bases')::boolean then catalog.approval_basis((select p.approval_basis from catalog.part p where p.id = s.part_id)) end as basis
          from catalog.part_search s where s.part_id = any (v_ids)),
        y as materialized (select p.suppliers, p.in_stock from supply.part_supply p where p.part_id = any (v_ids))
        select json_build_object('firstN', total, 'capped', capped, 'inStock', (select count(*) from y where y.in_stock),
          'suppliers', (select coalesce(json_agg(json_build_object('id', f.id, 'name', o.name, 'count', f.n) order by f.n desc, o.name, f.id), '[]')
            from (select u as id, count(*) as n from y, unnest(y.suppliers) as u group by 1 order by 2 desc, 1 limit 20) f join organizations.organization o on o.id = f.id),
          'manufacturers', (select coalesce(json_agg(json_build_object('id', f.id, 'name', m.name, 'count', f.n) order by f.n desc, m.name, f.id), '[]')
            from (select c.manufacturer_id as id, count(*) as n from c group by 1 order by 2 desc, 1 limit 20) f join catalog.manufacturer m on m.id = f.id),
          'classifications', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.id, 'count', f.n) order by f.n desc, f.id), '[]')
            from (select k as id, count(*) as n from c, unnest(c.classes) as k group by 1 order by 2 desc, 1 limit 20) f),
          'approvalBases', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.id, 'count', f.n) order by f.n desc, f.id), '[]')
            from (select c.basis as id, count(*) as n from c where c.basis is not null group by 1) f),
          'tree', case when (p_query ->> 'tree')::boolean then (select catalog.class_tree(array_agg(c.id), array_agg(k)) from c, unnest(c.classes) as k) end));
    end if;

    -- Nothing found: numbers that look or read alike are offered, never answered with.
    if v_ids is null and v_after is null and (v_like_number or v_key ~ '[OI]') and length(v_key) between 4 and 70 then
      -- Every reading of the first eight letters O, I and digits 0, 1.
      for v_sign in select regexp_split_to_table(v_key, '') loop
        v_other := translate(v_sign, 'O0I1', '0O1I');
        v_alike := array(select a || s from unnest(v_alike) as a, unnest(case when v_other <> v_sign and cardinality(v_alike) < 256 then array[v_sign, v_other] else array[v_sign] end) as s);
      end loop;
      perform set_config('pg_trgm.similarity_threshold', '0.4', true);
      suggestions := (select jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'key', p.key, 'name', p.name, 'names', p.names, 'description', p.description, 'unit', p.unit,
          'unspsc', p.unspsc, 'ata', p.ata, 'classifications', p.classifications, 'shelfLifeDays', p.shelf_life_days, 'hazmat', p.hazmat, 'approvalBasis', p.approval_basis,
          'unNumber', p.un_number, 'hazardClass', p.hazard_class, 'packingGroup', p.packing_group, 'shelfLifeExtendable', p.shelf_life_extendable, 'eccn', p.eccn, 'hsCode', p.hs_code,
          'lifeLimited', p.life_limited, 'essentiality', p.essentiality, 'spareClass', p.spare_class,
          'manufacturerId', p.manufacturer_id, 'manufacturer', jsonb_build_object('id', m.id, 'code', m.code, 'codeKind', m.code_kind, 'name', m.name, 'cages', m.cages, 'issuingBody', m.issuing_body, 'successorId', m.successor_id, 'succeededOn', m.succeeded_on, 'mergedInto', m.merged_into, 'version', m.version)) order by t.near desc, p.key, p.id)
        from (select y.id, max(y.near) as near from (
            (select a.id, 2::real as near from catalog.part a where a.key = any (v_alike) order by a.id limit 5)
            union all
            (select s.part_id, public.similarity(s.key, v_key) from catalog.part_search s
              where v_like_number and s.key operator(public.%) v_key order by 2 desc, s.part_id limit 5)) y
          group by 1 order by 2 desc, 1 limit 5) t
        join catalog.part p on p.id = t.id join catalog.manufacturer m on m.id = p.manufacturer_id);
    end if;
    return next;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.recover_consumed(p_supplier uuid, p_line text, p_holder jsonb, p_movement text)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_hold uuid := platform.uuid_v7();
     v_offer uuid;
     v_part uuid;
     v_taken numeric;
     v_places jsonb;
   begin
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (select g.org_id, g.offer_id, g.location from supply.stock_ledger g
         where g.org_id = p_supplier and g.counterparty_id = v_org and g.reference = p_line and g.kind = 'CONSUME')
       order by s.org_id, s.offer_id, s.location for update;
     if exists (select from supply.stock_ledger g where g.org_id = p_supplier and g.counterparty_id = v_org and g.reference = p_line and g.movement = p_movement)
     then return null; end if;
     select x.offer_id, sum(x.taken), jsonb_object_agg(x.location, x.taken::text) into v_offer, v_taken, v_places
       from (select g.offer_id, g.location, -sum(g.reserved_delta) as taken from supply.stock_ledger g
         where g.org_id = p_supplier and g.counterparty_id = v_org and g.reference = p_line and g.kind = 'CONSUME' group by 1, 2) x group by x.offer_id;
     if v_offer is null then return null; end if;
     select o.part_id into v_part from supply.offer o where o.org_id = p_supplier and o.id = v_offer;
     if not found then return null; end if;
     update supply.stock s set quantity = s.quantity + k.value::numeric, reserved = s.reserved + k.value::numeric from jsonb_each_text(v_places) as k
       where s.org_id = p_supplier and s.offer_id = v_offer and s.location = k.key;
     insert into supply.stock_hold (org_id, id, counterparty_id, offer_id, part_id, holder_kind, holder_id, label, quantity, held, places, expires_at, idem_key, line)
       values (p_supplier, v_hold, v_org, v_offer, v_part, 'NAMED', (p_holder ->> 'id')::uuid, p_holder ->> 'label', v_taken, v_taken, v_places,
         clock_timestamp() + interval '1 hour', p_line || ' ' || p_movement, 0);
     insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
       select p_supplier, v_org, v_offer, k.key, m.kind, m.reserved * k.value::numeric, m.quantity * k.value::numeric, m.reference, m.movement
       from jsonb_each_text(v_places) as k, (values ('TRANSFER', 0, 1, p_line, p_movement), ('HOLD', 1, 0, 'hold:' || v_hold, 'hold')) as m (kind, reserved, quantity, reference, movement);
     return v_hold;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.refresh_part_supply(p_parts uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
   begin
     perform 1 from supply.part_supply y where y.part_id = any (p_parts) order by y.part_id for update;
     insert into supply.part_supply as y (part_id, offers, suppliers, in_stock)
       select u.part_id, count(u.org_id)::int, coalesce(array_agg(distinct u.org_id) filter (where u.org_id is not null), '{}'), bool_or(u.stocked)
       from (
         select o.part_id, o.org_id, coalesce((select bool_or(s.quantity > s.reserved) from supply.stock s where s.org_id = o.org_id and s.offer_id = o.id), false) as stocked
         from supply.offer o where o.part_id = any (p_parts) and o.audience is null and o.status = 'ACTIVE'
         union all select unnest(p_parts), null, false) u
       group by 1 order by 1
     on conflict (part_id) do update set offers = excluded.offers, suppliers = excluded.suppliers, in_stock = excluded.in_stock
       where (y.offers, y.suppliers, y.in_stock) is distinct from (excluded.offers, excluded.suppliers, excluded.in_stock);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.release_holds(p_holds uuid[], p_reason text)
 RETURNS SETOF supply.stock_hold
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     return query select * from supply.end_holds(array(select h.id from supply.stock_hold h where h.id = any (p_holds) and v_org in (h.org_id, h.counterparty_id)), 'RELEASED', p_reason);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.release_promise(p_id uuid, p_to text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_promise record;
     v_claim record;
   begin
     if p_to not in ('RELEASED', 'ORDERED') then raise exception using errcode = '22023', message = 'a promise is released or ordered'; end if;
     select p.* into v_promise from supply.promise p where p.id = p_id and (p.org_id = v_org or p.counterparty_id = v_org and p_to = 'RELEASED') for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such promise'; end if;
     v_org := v_promise.org_id;
     if v_promise.status <> 'RESERVED' then return v_promise.status; end if;
     perform supply.release_stock(jsonb_build_array(jsonb_build_object('line', 'promise:' || p_id, 'buyer', v_org, 'supplier', v_promise.counterparty_id, 'movement', 'release')));
     -- An order keeps its share of the receipts until its line is ended: supply.settle_claims.
     if p_to = 'RELEASED' then perform supply.give_back_claims(v_org, v_promise.counterparty_id, array[p_id]); end if;
     update supply.promise p set status = p_to where p.org_id = v_org and p.id = p_id;
     return p_to;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.release_stock(p_lines jsonb)
 RETURNS TABLE(line text, moved numeric)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select * from supply.move_held_stock('RELEASE', p_lines) $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.repair_terms_follow_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     begin
       update supply.repair_terms t set audience = new.audience where t.org_id = new.org_id and t.offer_id = new.id;
       return null;
     end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.require_catalogue()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_material TO 'off'
AS $function$
  begin
    if exists (select from (select distinct org_id, catalogue_id from written) w where not exists (select from supply.catalogue c where c.org_id = w.org_id and c.id = w.catalogue_id)) then raise exception using errcode = '23503', message = 'an offer needs a catalogue of its supplier', schema = tg_table_schema, table = tg_table_name; end if;
    return null;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.require_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_material TO 'off'
AS $function$
  begin
    if exists (select from written w where not exists (select from supply.offer o where o.org_id = w.org_id and o.id = w.offer_id)) then raise exception using errcode = '23503', message = 'a price or a stock needs an offer of its supplier', schema = tg_table_schema, table = tg_table_name; end if;
    return null;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.require_part()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_material TO 'off'
AS $function$
  begin
    if exists (select from written w where not exists (select from catalog.part p where p.id = w.part_id)) then raise exception using errcode = '23503', message = 'an offer needs a part that exists', schema = tg_table_schema, table = tg_table_name; end if;
    return null;
  end $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.reserve_promise(p_id uuid, p_now timestamp with time zone, p_until timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_promise record;
     v_part record;
     v_part_id uuid;
     v_minutes integer;
   begin
     select p.* into v_promise from supply.promise p where p.org_id = v_org and p.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such promise'; end if;
     if v_promise.status = 'RESERVED' then return 'RESERVED'; end if;
     if v_promise.status <> 'GIVEN' then return 'SPENT'; end if;
     if v_promise.answer ->> 'problem' is not null then return 'UNDATED'; end if;
     if v_promise.valid_until <= p_now then return 'EXPIRED'; end if;
     if not exists (select from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_promise.counterparty_id and p.status = 'ACTIVE')
       then return 'NO_PARTNERSHIP'; end if;
     select o.part_id into v_part_id from supply.offer o where o.org_id = v_promise.counterparty_id and o.id = v_promise.offer_id and o.status = 'ACTIVE';
     if not found then return 'WITHDRAWN'; end if;
     v_minutes := supply.hold_minutes(v_promise.counterparty_id, 'BASKET');
     if v_minutes = 0 then return 'NOT_GRANTED'; end if;
     if supply.held_lines(v_org) >= 2000 then return 'TOO_MANY'; end if;
     -- What the time of others is over for is free.
     perform supply.lapse_holds(v_promise.counterparty_id, v_promise.offer_id);
     -- Rows are taken in the order in which orders lock them.
     perform 1 from supply.stock s where s.org_id = v_promise.counterparty_id and s.offer_id = v_promise.offer_id order by s.location for update;
     for v_part in
       select t.basis, t.place, t.reference, t.quantity
       from jsonb_to_recordset(v_promise.answer -> 'parts') as t (basis text, place text, reference text, quantity numeric) order by t.basis desc, t.place, t.reference
     loop
       if v_part.basis = 'STOCK' then
         update supply.stock s set reserved = s.reserved + v_part.quantity where s.org_id = v_promise.counterparty_id and s.offer_id = v_promise.offer_id
           and s.location = v_part.place and s.quantity - s.reserved >= v_part.quantity;
         if not found then return 'GONE'; end if;
         insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
           values (v_promise.counterparty_id, v_org, v_promise.offer_id, v_part.place, 'RESERVE', v_part.quantity, 'promise:' || p_id, 'reserve');
       elsif v_part.basis = 'INBOUND' then
         update supply.inbound i set claimed = i.claimed + v_part.quantity where i.org_id = v_promise.counterparty_id and i.offer_id = v_promise.offer_id
           and i.location = v_part.place and i.reference = v_part.reference and i.quantity - i.claimed >= v_part.quantity;
         if not found then return 'GONE'; end if;
         insert into supply.inbound_claim (org_id, counterparty_id, offer_id, location, reference, promise_id, kind, claimed_delta)
           values (v_promise.counterparty_id, v_org, v_promise.offer_id, v_part.place, v_part.reference, p_id, 'CLAIM', v_part.quantity);
       end if;
     end loop;
     update supply.promise p set status = 'RESERVED', held_until = least(p_until, p_now + make_interval(mins => v_minutes)) where p.org_id = v_org and p.id = p_id;
     perform supply.tell_stock_changed(v_promise.counterparty_id, array[v_part_id]);
     perform supply.refresh_part_supply(array[v_part_id]);
     return 'HELD';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.reserve_stock(p_lines jsonb)
 RETURNS TABLE(line text, outcome text, held numeric, backordered numeric, free numeric)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_line record;
     v_offer record;
     v_row record;
     v_take numeric;
     v_given jsonb;
     v_before record;
     v_told uuid[] := '{}';
     v_supplier uuid;
     v_empty uuid[] := '{}';
     v_partner uuid;
     v_active boolean;
     v_lapsed boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     for v_line in
       select l.line, l.supplier, l.offer, l.quantity, coalesce(l.backorder, true) as backorder, l.holds
       from jsonb_to_recordset(p_lines) as l (line text, supplier uuid, offer uuid, quantity numeric, backorder boolean, holds jsonb)
       order by l.supplier, l.offer, l.line
     loop
       if (v_line.quantity > 0 and v_line.line <> '' and v_line.line not like 'hold:%') is not true then
         raise exception using errcode = '22023', message = 'a line needs its key and a quantity above zero';
       end if;
       line := v_line.line; held := 0; backordered := 0; free := 0;
       if v_partner is distinct from v_line.supplier then
         v_partner := v_line.supplier;
         v_active := exists (select 1 from organizations.partnership p where p.org_id = v_org and p.counterparty_id = v_line.supplier and p.status = 'ACTIVE');
       end if;
       if not v_active then outcome := 'NO_PARTNERSHIP'; return next; continue; end if;
       -- Visible to the acting organisation, or absent: the market's wall decides.
       select o.part_id, o.status, o.lead_days into v_offer from supply.offer o where o.org_id = v_line.supplier and o.id = v_line.offer;
       if not found then outcome := 'OFFER_UNKNOWN'; return next; continue; end if;
       -- Too little is seen without a lock: who loses a rush does not queue for it.
       if v_offer.status = 'ACTIVE' and jsonb_typeof(v_line.holds) is distinct from 'array' and (v_offer.lead_days is null or not v_line.backorder) then
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
         v_lapsed := free < v_line.quantity and supply.lapse_holds(v_line.supplier, v_line.offer) > 0;
         if v_lapsed then v_empty := v_empty || v_offer.part_id; end if;
         if free < v_line.quantity and not v_lapsed and not exists (select 1 from supply.stock_ledger g
             where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line and g.movement = 'reserve') then
           outcome := 'OUT_OF_STOCK'; return next; continue;
         end if;
       end if;
       perform 1 from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer order by s.location for update;
       select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       -- Asked again with the same key: the first answer stands.
       select count(*) as rows, sum(g.reserved_delta) as held, bool_and(g.offer_id = v_line.offer) as same into v_before
         from supply.stock_ledger g where g.org_id = v_line.supplier and g.counterparty_id = v_org and g.reference = v_line.line and g.movement = 'reserve';
       if v_before.rows > 0 then
         if not v_before.same or v_before.held > v_line.quantity then outcome := 'MISMATCH'; return next; continue; end if;
         held := v_before.held; backordered := v_line.quantity - held; outcome := 'HELD'; return next; continue;
       end if;
       if v_offer.status <> 'ACTIVE' then outcome := 'WITHDRAWN'; return next; continue; end if;
       v_given := '{}';
       if jsonb_typeof(v_line.holds) = 'array' then
         v_given := supply.take_holds(v_line.supplier, v_line.offer, v_line.holds, v_line.line, v_line.quantity);
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       end if;
       select v_line.quantity - coalesce(sum(k.value::numeric), 0) into v_take from jsonb_each_text(v_given) as k;
       if free < v_take and supply.lapse_holds(v_line.supplier, v_line.offer) > 0 then
         v_empty := v_empty || v_offer.part_id;
         select coalesce(sum(greatest(s.quantity - s.reserved, 0)), 0) into free from supply.stock s where s.org_id = v_line.supplier and s.offer_id = v_line.offer;
       end if;
       if free < v_take and (v_offer.lead_days is null or not v_line.backorder) then outcome := 'OUT_OF_STOCK'; return next; continue; end if;

       held := v_line.quantity - v_take;
       v_take := least(free, v_take);
       held := held + v_take; backordered := v_line.quantity - held; outcome := 'HELD';
       if v_take > 0 and v_take = free then v_empty := v_empty || v_offer.part_id; end if;
       -- One place that can serve the whole line before several; else the fullest first.
       for v_row in
         select s.location, s.quantity - s.reserved as there from supply.stock s
         where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.quantity > s.reserved
         order by s.quantity - s.reserved >= v_take desc, case when s.quantity - s.reserved >= v_take then 0 else s.reserved - s.quantity end, s.location
       loop
         exit when v_take = 0;
         update supply.stock s set reserved = s.reserved + least(v_take, v_row.there)
           where s.org_id = v_line.supplier and s.offer_id = v_line.offer and s.location = v_row.location and s.quantity - s.reserved >= least(v_take, v_row.there);
         if not found then raise exception using errcode = '40001', message = 'stock moved under its lock'; end if;
         v_given := v_given || jsonb_build_object(v_row.location, (coalesce((v_given ->> v_row.location)::numeric, 0) + least(v_take, v_row.there))::text);
         v_take := v_take - least(v_take, v_row.there);
       end loop;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         select v_line.supplier, v_org, v_line.offer, k.key, 'RESERVE', k.value::numeric, v_line.line, 'reserve' from jsonb_each_text(v_given) as k;
       if held > 0 then
         if v_supplier is distinct from v_line.supplier and cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); v_told := '{}'; end if;
         v_supplier := v_line.supplier; v_told := v_told || v_offer.part_id;
       end if;
       return next;
     end loop;
     if cardinality(v_told) > 0 then perform supply.tell_stock_changed(v_supplier, v_told); end if;
     if cardinality(v_empty) > 0 then perform supply.refresh_part_supply(v_empty); end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.return_shipped(p_buyer uuid, p_line text, p_movement text)
 RETURNS numeric
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_org uuid := nullif(current_setting('app.org', true), '')::uuid;
     v_row record;
     v_held numeric := 0;
     v_back numeric;
     v_part uuid;
     v_parts uuid[] := '{}';
     v_holds boolean;
   begin
     if v_org is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     perform 1 from supply.stock s where (s.org_id, s.offer_id, s.location) in (
         select g.org_id, g.offer_id, g.location from supply.stock_ledger g where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = p_movement)
       order by s.org_id, s.offer_id, s.location for update;
     if exists (select from supply.stock_ledger g where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = 'undo ' || p_movement) then return 0; end if;
     for v_row in
       select r.offer_id, r.location, r.away, r.at, least(r.away, greatest(r.all_held - r.earlier, 0)) + case r.n when 1 then greatest(r.all_held - r.all_away, 0) else 0 end as held
       from (select t.*, sum(t.held) over () as all_held, sum(t.away) over () as all_away, coalesce(sum(t.away) over (order by t.offer_id, t.location rows between unbounded preceding and 1 preceding), 0) as earlier,
           row_number() over (order by t.held - t.away desc, t.offer_id, t.location) as n
         from (select g.offer_id, g.location, -sum(g.reserved_delta) as held, -sum(g.quantity_delta) as away, max(g.at) as at from supply.stock_ledger g
           where g.org_id = v_org and g.counterparty_id = p_buyer and g.reference = p_line and g.movement = p_movement and g.kind = 'CONSUME' group by 1, 2) t) r order by 1, 2
     loop
       select case when case when s.source = 'MANAGED' then exists (select from supply.stock_ledger g where g.org_id = v_org and g.offer_id = v_row.offer_id
           and g.location = v_row.location and g.kind in ('CORRECT', 'OPEN') and g.at > v_row.at) else s.as_of > v_row.at end then 0 else v_row.away end
         into v_back from supply.stock s where s.org_id = v_org and s.offer_id = v_row.offer_id and s.location = v_row.location;
       update supply.stock s set reserved = s.reserved + v_row.held, quantity = s.quantity + v_back where s.org_id = v_org and s.offer_id = v_row.offer_id and s.location = v_row.location;
       if not found then raise exception using errcode = 'EN404', message = 'no such stock'; end if;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, quantity_delta, reference, movement)
         values (v_org, p_buyer, v_row.offer_id, v_row.location, 'UNSHIP', v_row.held, v_back, p_line, 'undo ' || p_movement);
       v_held := v_held + v_row.held;
       select o.part_id into v_part from supply.offer o where o.org_id = v_org and o.id = v_row.offer_id;
       if v_part is not null then v_parts := v_parts || v_part; end if;
     end loop;
     v_holds := exists (select from supply.lot_claim c where c.org_id = v_org and c.counterparty_id = p_buyer and c.reference = p_line);
     for v_row in
       select l.id, case when l.as_of > d.at then 0 else d.quantity end as back, greatest(least(d.quantity, l.quantity + case when l.as_of > d.at then 0 else d.quantity end - l.taken), 0) as free
       from (select d.lot_id, sum(d.quantity) as quantity, max(d.at) as at from supply.lot_departure d
         where d.org_id = v_org and d.counterparty_id = p_buyer and d.reference = p_line and d.movement = p_movement and d.lot_id is not null group by 1) d
       join supply.lot l on l.org_id = v_org and l.id = d.lot_id order by l.id for update of l
     loop
       update supply.lot l set quantity = l.quantity + v_row.back, taken = l.taken + case when v_holds then v_row.free else 0 end where l.org_id = v_org and l.id = v_row.id;
       continue when not v_holds or v_row.free = 0;
       insert into supply.lot_claim as c (org_id, lot_id, counterparty_id, reference, quantity, lot_number, serial_number, condition, certificates, trace, shelf_life_on, location)
         select v_org, l.id, p_buyer, p_line, v_row.free, l.lot_number, l.serial_number, l.condition, l.certificates, l.trace, l.shelf_life_on, l.location from supply.lot l where l.org_id = v_org and l.id = v_row.id
       on conflict (org_id, lot_id, counterparty_id, reference) do update set quantity = c.quantity + excluded.quantity;
     end loop;
     delete from supply.lot_departure d where d.org_id = v_org and d.counterparty_id = p_buyer and d.reference = p_line and d.movement = p_movement;
     if cardinality(v_parts) > 0 then
       perform supply.tell_stock_changed(v_org, v_parts);
       perform supply.refresh_part_supply(v_parts);
     end if;
     return v_held;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.settle_claims(p_buyer uuid, p_lines uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_ended record;
   begin
     for v_ended in select p.counterparty_id, array_agg(p.id) as promises from supply.promise p where p.org_id = p_buyer and p.order_line = any (p_lines) group by 1
     loop
       perform supply.give_back_claims(p_buyer, v_ended.counterparty_id, v_ended.promises);
     end loop;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.sign_awarded(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_supplier uuid := (p ->> 'supplierId')::uuid;
     -- An agreement names a term of delivery whole or not at all.
     v_named boolean := num_nulls(p ->> 'incoterm', p ->> 'edition', p ->> 'place') = 0;
   begin
     if not exists (select from organizations.partnership x where x.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and x.counterparty_id = v_supplier and x.status = 'ACTIVE') then return 'NO_PARTNERSHIP'; end if;
     if exists (select from jsonb_to_recordset(p -> 'items') as i ("offerId" uuid, unit text)
       where not exists (select from supply.offer o where o.org_id = v_supplier and o.id = i."offerId" and o.status = 'ACTIVE' and o.price_unit = i.unit)) then return 'OFFER_UNKNOWN'; end if;
     insert into supply.agreement (org_id, id, counterparty_id, number, currency, valid_from, valid_to, payment_terms, incoterm, incoterm_edition, incoterm_place, signed_by)
       values (v_supplier, (p ->> 'id')::uuid, (select nullif(current_setting('app.org', true), '')::uuid), p ->> 'number', p ->> 'currency', (p ->> 'validFrom')::date, (p ->> 'validTo')::date, p ->> 'paymentTerms', case when v_named then p ->> 'incoterm' end, case when v_named then (p ->> 'edition')::smallint end, case when v_named then p ->> 'place' end, jsonb_build_object('kind', 'award', 'id', p ->> 'award'));
     insert into supply.agreement_price (org_id, agreement_id, counterparty_id, offer_id, price, break_from, break_price, basis, price_unit, currency, valid_from, valid_to, pricing_date)
       select v_supplier, (p ->> 'id')::uuid, (select nullif(current_setting('app.org', true), '')::uuid), i."offerId", i.price,
         (select array_agg(b."from" order by b."from") from jsonb_to_recordset(i.breaks) as b ("from" numeric, price numeric)),
         (select array_agg(b.price order by b."from") from jsonb_to_recordset(i.breaks) as b ("from" numeric, price numeric)),
         i.basis, i.unit, p ->> 'currency', (p ->> 'validFrom')::date, (p ->> 'validTo')::date, 'ORDER'
       from jsonb_to_recordset(p -> 'items') as i ("offerId" uuid, price numeric, basis numeric, unit text, breaks jsonb);
     -- As supply's own openAgreed: an agreed price of an offer that its buyer cannot see would be worth nothing.
     insert into supply.audience_member (org_id, audience, counterparty_id, agreement_id, until)
       select distinct v_supplier, o.audience, (select nullif(current_setting('app.org', true), '')::uuid), (p ->> 'id')::uuid, (p ->> 'validTo')::date
       from jsonb_to_recordset(p -> 'items') as i ("offerId" uuid) join supply.offer o on o.org_id = v_supplier and o.id = i."offerId"
       where o.audience is not null and (p ->> 'validTo')::date >= (transaction_timestamp() at time zone 'UTC')::date on conflict do nothing;
     return 'SIGNED';
   exception
     when unique_violation then return 'NUMBER_TAKEN';
     when exclusion_violation then return 'OVERLAPS';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.stale_uploads()
 RETURNS TABLE(org_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select u.org_id, u.id from supply.upload u
     where u.state in ('QUARANTINED', 'PARSING', 'STAGED', 'NEEDS_CONFIRMATION', 'BLOCKED', 'FAILED') and greatest(u.updated_at, u.publish_at) < clock_timestamp() - interval '14 days'
     order by u.org_id, u.id limit 1000
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.step_reach(p_mode text, p_unit text)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((p_mode = 'GRADUATED'::text) AND ((p_unit = ANY (ARRAY['10'::text, '11'::text, '13'::text, '14'::text, '15'::text, '20'::text, '21'::text, 'AB'::text, 'AS'::text, 'AY'::text, 'C62'::text, 'CG'::text, 'D63'::text, 'E27'::text, 'E48'::text, 'E51'::text, 'E54'::text, 'E55'::text, 'EA'::text, 'EB'::text, 'H87'::text, 'HA'::text, 'HEA'::text, 'IE'::text, 'JWL'::text, 'KT'::text, 'LO'::text, 'NAR'::text, 'NCL'::text, 'NMP'::text, 'NPT'::text, 'OA'::text, 'P5'::text, 'PCE'::text, 'PD'::text, 'PR'::text, 'RM'::text, 'SET'::text, 'SR'::text, 'STC'::text, 'STK'::text, 'SW'::text, 'TP'::text, 'U2'::text, 'Z11'::text, 'ZP'::text])) OR (p_unit ~ '^X[0-9A-Z]{2}$'::text))) THEN 1 ELSE 0 END
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION supply.suppliers_to_tidy()
 RETURNS TABLE(org_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select p.org_id from supply.asking_profile p union select k.org_id from supply.stock k where k.source = 'ASKED' and k.quantity > 0 order by 1
   $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION supply.take_holds(p_supplier uuid, p_offer uuid, p_holds jsonb, p_line text, p_quantity numeric)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_row record;
     v_left numeric := p_quantity;
     v_take numeric;
     v_given jsonb := '{}';
   begin
     for v_row in
       select h.id, h.counterparty_id, k.key as location, k.value::numeric as there from supply.stock_hold h, jsonb_each_text(h.places) as k
       where h.org_id = p_supplier and h.offer_id = p_offer and h.counterparty_id = nullif(current_setting('app.org', true), '')::uuid
         and h.status = 'HELD' and h.expires_at > clock_timestamp() and p_holds ? h.id::text order by h.id, k.value::numeric desc, k.key
     loop
       v_take := least(v_left, v_row.there);
       if v_row.there > v_take then
         update supply.stock s set reserved = s.reserved - (v_row.there - v_take) where s.org_id = p_supplier and s.offer_id = p_offer and s.location = v_row.location;
       end if;
       insert into supply.stock_ledger (org_id, counterparty_id, offer_id, location, kind, reserved_delta, reference, movement)
         values (p_supplier, v_row.counterparty_id, p_offer, v_row.location, 'TRANSFER', -v_row.there, 'hold:' || v_row.id, 'consumed');
       if v_take > 0 then v_given := v_given || jsonb_build_object(v_row.location, (coalesce((v_given ->> v_row.location)::numeric, 0) + v_take)::text); end if;
       v_left := v_left - v_take;
       update supply.stock_hold h set status = 'CONSUMED', ended_at = clock_timestamp(), consumed_by = p_line, version = h.version + 1
         where h.org_id = p_supplier and h.id = v_row.id and h.status = 'HELD';
     end loop;
     return v_given;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.take_market_prices(p_parts uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    v_today date := (transaction_timestamp() at time zone 'UTC')::date;
    v_parts uuid[];
  begin
    if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
    v_parts := array(select distinct w from unnest(p_parts) as w where not exists (select from supply.market_price m where m.part_id = w and m.day = v_today) order by w);
    if cardinality(v_parts) = 0 then return; end if;
    insert into supply.market_price (part_id, day, figures)
      with priced as (
        select coalesce(sp.to_part, mg.to_part, o.part_id) as part_id, o.org_id, o.condition, o.currency, coalesce(o.content_unit, o.order_unit) as unit, min(coalesce(case when o.break_mode = 'WHOLE' then (select b.price from supply.price_break b where b.org_id = o.org_id and b.offer_id = o.id
      and b.from_quantity <= o.minimum * (case when o.break_unit = 'PRICE' then o.price_factor_num / o.price_factor_den else 1 end) order by b.from_quantity desc limit 1) end, o.list_price)
    * o.price_factor_num / o.price_factor_den / o.basis / coalesce(o.content_per_order_unit, 1)) as price
        from supply.offer o left join catalog.identity_correction sp on sp.from_part = o.part_id and sp.supplier_id = o.org_id and sp.undone_at is null
        left join catalog.identity_correction mg on mg.from_part = o.part_id and mg.kind = 'MERGE' and mg.undone_at is null
        where o.part_id = any (v_parts || array(select c.from_part from catalog.identity_correction c where c.to_part = any (v_parts) and c.undone_at is null))
          and o.audience is null and o.status = 'ACTIVE' and o.price_type is null and coalesce(o.held_until, v_today) >= v_today
          and coalesce(o.valid_from, v_today) <= v_today and coalesce(o.valid_to, v_today) >= v_today
          and not (o.content_per_order_unit is null and o.order_unit ~ '^X')
        group by 1, 2, 3, 4, 5),
      middle as (select part_id, condition, currency, unit, percentile_cont(0.5) within group (order by price::float8)::numeric as middle
        from priced where price > 0 group by 1, 2, 3, 4),
      -- A price ten times above or below the middle is a slip of units or of the decimal point, not a market.
      sound as (select p.*, row_number() over w as place, count(*) over (partition by p.part_id, p.condition, p.currency, p.unit) as sellers
        from priced p join middle m on m.part_id = p.part_id and m.condition is not distinct from p.condition and m.currency = p.currency and m.unit = p.unit
        where p.price between m.middle / 10 and m.middle * 10 window w as (partition by p.part_id, p.condition, p.currency, p.unit order by p.price, p.org_id)),
      figure as (select part_id, condition, currency, unit, max(sellers)::int as sellers, min(price) as low, max(price) as high,
          avg(price) filter (where place in ((sellers + 1) / 2, (sellers + 2) / 2)) as median
        from sound group by 1, 2, 3, 4 having max(sellers) >= 3)
      select w, v_today, coalesce((select jsonb_agg(jsonb_build_object('condition', f.condition, 'currency', f.currency, 'unit', f.unit, 'sellers', f.sellers,
          -- Three digits of the median, two of the ends, outwards: no seller's price to the cent.
          'median', trim_scale(round(f.median, 2 - floor(log(f.median))::int))::text,
          'low', trim_scale(trunc(f.low, 1 - floor(log(f.low))::int))::text,
          'high', trim_scale(-floor(-f.high * power(10::numeric, 1 - floor(log(f.high))::int)) / power(10::numeric, 1 - floor(log(f.high))::int))::text)
          order by f.sellers desc, f.condition, f.currency, f.unit)
        from figure f where f.part_id = w), '[]')
      from unnest(v_parts) as w
    on conflict (part_id, day) do nothing;
    delete from supply.market_price m where m.part_id = any (v_parts) and m.day < v_today - 400;
  end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION supply.tell_stock_changed(p_org uuid, p_parts uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
     select pg_notify('entrepot', json_build_object('topic', 'stock.changed', 'orgId', p_org, 'id', string_agg(n.part_id::text, ',' order by n.part_id))::text)
     from (select d.part_id, (row_number() over (order by d.part_id) - 1) / 180 as slice from (select distinct unnest(p_parts) as part_id) d) n
     group by n.slice
   $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.add_document(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_outcome text;
   begin
     if v_tender.cancelled_at is not null then return 'NOT_OPEN'; end if;
     if v_tender.shown <> 'DRAFT' then
       v_outcome := tendering.amend_tender(jsonb_build_object('id', v_tender.id, 'expectedEdits', v_tender.edits, 'member', p ->> 'member', 'reason', p ->> 'title', 'confirm', true,
         'changes', jsonb_build_array('document added: ' || (p ->> 'title'))));
       if v_outcome <> 'AMENDED' then return v_outcome; end if;
       select t.* into v_tender from tendering.tender t where t.org_id = v_tender.org_id and t.id = v_tender.id;
     end if;
     insert into tendering.tender_document (org_id, tender_id, id, shown, title, name, sha256, size, media_type, version, added_at)
       values (v_tender.org_id, v_tender.id, (p ->> 'id')::uuid, v_tender.shown, p ->> 'title', p ->> 'name', p ->> 'sha256', (p ->> 'size')::bigint, p ->> 'mediaType', v_tender.version, clock_timestamp());
     perform tendering.log_tender(v_tender, 'DOCUMENT_ADDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('title', p ->> 'title')));
     return 'ADDED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.amend_tender(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'id')::uuid, (p ->> 'expectedEdits')::integer);
     v_confirm boolean := (p ->> 'confirm')::boolean;
     v_now timestamptz;
     v_closes timestamptz;
   begin
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id order by l.id for update;
     v_now := clock_timestamp();
     if v_tender.shown = 'DRAFT' or v_tender.cancelled_at is not null or exists (
       select from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round
       where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.cancelled_at is null and (r.closed_at is not null or r.closes_at < v_now or l.round > 1)) then return 'NOT_OPEN'; end if;
     if (p ->> 'closesAt')::timestamptz < v_tender.closes_at then return 'CLOSES_EARLIER'; end if;
     update tendering.tender t set version = t.version + 1, edits = t.edits + 1, title = coalesce(p ->> 'title', t.title), description = coalesce(p ->> 'description', t.description)
       where t.org_id = v_tender.org_id and t.id = v_tender.id;
     v_closes := greatest(v_tender.closes_at, (p ->> 'closesAt')::timestamptz);
     -- What is changed late pushes the deadline.
     if v_confirm then v_closes := greatest(v_closes, v_now + v_tender.push_hours * interval '1 hour'); end if;
     perform tendering.push_deadline(v_tender, v_closes);
     select t.* into v_tender from tendering.tender t where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.write_lines(v_tender, coalesce(p -> 'lines', '[]'));
     update tendering.tender_line l set dropped_in = v_tender.version where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.dropped_in is null
       and l.id in (select d::uuid from jsonb_array_elements_text(coalesce(p -> 'dropped', '[]')) d);
     if exists (select from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.cancelled_at is null
       and not exists (select from tendering.tender_line x where x.org_id = l.org_id and x.lot_id = l.id and x.dropped_in is null)) then return 'LOT_EMPTY'; end if;
     if v_confirm then update tendering.lot l set confirm_from = v_tender.version where l.org_id = v_tender.org_id and l.tender_id = v_tender.id; end if;
     insert into tendering.amendment (org_id, tender_id, version, shown, reason, changes, confirm, made_at, closes_at)
       values (v_tender.org_id, v_tender.id, v_tender.version, v_tender.shown, p ->> 'reason', p -> 'changes', v_confirm, v_now, v_closes);
     perform tendering.log_tender(v_tender, 'AMENDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('version', v_tender.version)));
     perform tendering.tell_tender(v_tender, 'AMENDED', jsonb_build_object('version', v_tender.version));
     return 'AMENDED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.answer_question(p_id uuid, p_answer text, p_member uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_question tendering.question;
     v_tender tendering.tender;
     v_next timestamptz;
     v_shift interval;
   begin
     select q.* into v_question from tendering.question q where q.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and q.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such question'; end if;
     v_tender := tendering.hold_tender(v_question.tender_id, null);
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id order by l.id for update;
     update tendering.question q set answer = p_answer, answered_at = clock_timestamp() where q.org_id = v_tender.org_id and q.id = p_id and q.answered_at is null;
     if not found then return 'ANSWERED_BEFORE'; end if;
     select min(r.closes_at) into v_next from tendering.lot_round r join tendering.lot l on l.org_id = r.org_id and l.id = r.lot_id and l.round = r.round
       where r.org_id = v_tender.org_id and r.tender_id = v_tender.id and l.cancelled_at is null and r.closed_at is null and r.closes_at >= clock_timestamp();
     if v_question.in_time and v_tender.cancelled_at is null and v_tender.pushed_version < v_tender.version and v_next < clock_timestamp() + v_tender.push_hours * interval '1 hour' then
       v_shift := clock_timestamp() + v_tender.push_hours * interval '1 hour' - v_next;
       update tendering.lot_round r set closes_at = r.closes_at + v_shift from tendering.lot l
         where r.org_id = v_tender.org_id and r.tender_id = v_tender.id and r.closed_at is null and r.closes_at >= v_next and l.org_id = r.org_id and l.id = r.lot_id and l.round = r.round;
       update tendering.tender t set pushed_version = t.version, closes_at = t.closes_at + case when t.closes_at >= v_next then v_shift else interval '0' end where t.org_id = v_tender.org_id and t.id = v_tender.id;
       perform tendering.log_tender(v_tender, 'DEADLINE_PUSHED', jsonb_build_object('detail', jsonb_build_object('question', p_id)));
     end if;
     perform tendering.log_tender(v_tender, 'ANSWERED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('question', p_id)));
     perform tendering.tell_tender(v_tender, 'ANSWERED', '{}');
     return 'ANSWERED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.arm_half(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_once text := format('DEADLINE_TAMPERED:%s:%s:%s', p ->> 'lotId', p ->> 'round', p ->> 'closesAt');
   begin
     if p ->> 'sealed' is null then
       if not exists (select from tendering.tender_event e where e.org_id = v_tender.org_id and e.tender_id = v_tender.id and e.once = v_once) then
         perform tendering.log_tender(v_tender, 'DEADLINE_TAMPERED', jsonb_build_object('once', v_once, 'detail', jsonb_build_object('lot', p ->> 'lotId', 'round', p -> 'round', 'closesAt', p ->> 'closesAt')));
       end if;
       return 'TAMPERED';
     end if;
     update tendering.hub_secret s set sealed = p ->> 'sealed', armed_for = (p ->> 'closesAt')::timestamptz from tendering.lot_round r
       where s.org_id = v_tender.org_id and s.lot_id = (p ->> 'lotId')::uuid and s.round = (p ->> 'round')::smallint and s.spent_at is null and s.armed_for < (p ->> 'closesAt')::timestamptz
         and r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round and r.closes_at = (p ->> 'closesAt')::timestamptz;
     return case when found then 'ARMED' else 'MOVED' end;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.arrange_sealing(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
   begin
     if v_tender.shown <> 'DRAFT' or v_tender.confidentiality <> 'SEALED' then return 'NOT_DRAFT'; end if;
     if exists (select from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid)
       where not exists (select from tendering.officer_key k where k.org_id = v_tender.org_id and k.id = n."keyId" and k.revoked_at is null)) then return 'NO_SUCH_KEY'; end if;
     -- One member with two keys would be two officers.
     if exists (select from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid, position smallint) join tendering.officer_key k on k.org_id = v_tender.org_id and k.id = n."keyId"
       where k.member_id is not null group by k.member_id having count(*) > 1) then return 'ONE_HOLDER_TWICE'; end if;
     if exists (select from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid, role text) join tendering.officer_key k on k.org_id = v_tender.org_id and k.id = n."keyId"
       where (n.role = 'RECOVERY') <> (k.member_id is null)) then return 'OTHER_ROLE'; end if;
     delete from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id;
     insert into tendering.sealing (org_id, tender_id, shown, officers_key, threshold, envelopes, rehearsal, arranged_at, arranged_by)
       values (v_tender.org_id, v_tender.id, v_tender.shown, p ->> 'officersKey', (p ->> 'threshold')::smallint, array(select jsonb_array_elements_text(p -> 'envelopes')), p ->> 'rehearsal', clock_timestamp(), (p ->> 'member')::uuid);
     insert into tendering.held_share (org_id, tender_id, key_id, role, position, sealed)
       select v_tender.org_id, v_tender.id, n."keyId", n.role, n.position, n.sealed from jsonb_to_recordset(p -> 'shares') as n ("keyId" uuid, role text, position smallint, sealed text);
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'SEALING_ARRANGED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('threshold', p -> 'threshold', 'holders', jsonb_array_length(p -> 'shares'))));
     return 'ARRANGED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.ask_question(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender;
     v_now timestamptz := clock_timestamp();
   begin
     select t.* into v_tender from tendering.tender t where t.org_id = (p ->> 'buyerId')::uuid and t.id = (p ->> 'tenderId')::uuid and t.shown <> 'DRAFT';
     if not found or v_tender.org_id = (select nullif(current_setting('app.org', true), '')::uuid) then raise exception using errcode = 'EN404', message = 'no such tender'; end if;
     if v_tender.cancelled_at is not null or v_now > (select max(r.closes_at) from tendering.lot_round r where r.org_id = v_tender.org_id and r.tender_id = v_tender.id) then return 'CLOSED'; end if;
     insert into tendering.question_asker (org_id, question_id, tender_org, tender_id, member_id) values ((select nullif(current_setting('app.org', true), '')::uuid), (p ->> 'id')::uuid, v_tender.org_id, v_tender.id, (p ->> 'member')::uuid);
     insert into tendering.question (org_id, tender_id, id, shown, lot_id, body, in_time, asked_at)
       values (v_tender.org_id, v_tender.id, (p ->> 'id')::uuid, v_tender.shown, (p ->> 'lotId')::uuid, p ->> 'body', v_now <= coalesce(v_tender.questions_close_at, v_tender.closes_at), v_now);
     insert into tendering.follower as f (tender_org, tender_id, org_id, since) values (v_tender.org_id, v_tender.id, (select nullif(current_setting('app.org', true), '')::uuid), v_now) on conflict (tender_org, tender_id, org_id) do update set since = f.since;
     if (select count(*) from tendering.question_asker a where a.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and a.tender_id = v_tender.id) > 50 then return 'TOO_MANY'; end if;
     perform platform.add_job_for(v_tender.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'ASKED', 'detail', '{}'::jsonb));
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', o.org, 'id', v_tender.id || '/bids')::text) from unnest(array[v_tender.org_id, (select nullif(current_setting('app.org', true), '')::uuid)]) o (org);
     return 'ASKED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.ask_release(p jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
     v_round tendering.lot_round;
     v_secret tendering.hub_secret;
     v_envelopes text[];
     v_place integer;
     v_outcome text;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     select r.* into v_round from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round;
     select s.* into v_secret from tendering.hub_secret s where s.org_id = v_lot.org_id and s.lot_id = v_lot.id and s.round = v_lot.round;
     select s.envelopes into v_envelopes from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id;
     v_place := array_position(v_envelopes, p ->> 'envelope');
     v_outcome := case
       when v_round.confidentiality is distinct from 'SEALED' or v_place is null or v_secret.lot_id is null or v_tender.cancelled_at is not null then 'NOT_SEALED'
       when exists (select from tendering.half_release h where h.org_id = v_lot.org_id and h.lot_id = v_lot.id and h.round = v_lot.round and h.envelope = p ->> 'envelope') then 'RELEASED_BEFORE'
       when v_round.closed_at is null or v_round.closes_at >= clock_timestamp() then 'EARLY'
       when v_place > 1 and not exists (select from tendering.half_release h where h.org_id = v_lot.org_id and h.lot_id = v_lot.id and h.round = v_lot.round and h.envelope = v_envelopes[v_place - 1]) then 'OUT_OF_TURN'
       when v_place > 1 and exists (select from tendering.half_part x left join tendering.envelope_opening o on o.org_id = x.org_id and o.bid_id = x.bid_id and o.envelope = x.envelope
         where x.org_id = v_lot.org_id and x.lot_id = v_lot.id and x.round = v_lot.round and x.envelope = v_envelopes[v_place - 1] and (o.outcome is null or o.outcome = 'OPENED' and o.verdict is null)) then 'NOT_JUDGED'
       else 'READY' end;
     return jsonb_build_object('outcome', v_outcome, 'round', v_lot.round, 'closesAt', to_char(v_round.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'last', v_place = cardinality(v_envelopes),
       'before', v_envelopes[v_place - 1], 'sealed', case v_outcome when 'READY' then v_secret.sealed end);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.auctions_due()
 RETURNS TABLE(org_id uuid, auction_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select h.org_id, h.auction_id from tendering.auction_head h where h.next_us < (extract(epoch from clock_timestamp() - interval '10 seconds') * 1000000)::bigint order by h.next_us limit 1000;
   end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION tendering.award_lots(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
     v_now timestamptz;
   begin
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id order by l.id for update;
     v_now := clock_timestamp();
     if v_tender.cancelled_at is not null or exists (
       select from (select a ->> 'lotId' as lot from jsonb_array_elements(p -> 'awards') a union select jsonb_array_elements_text(p -> 'settled') union select jsonb_array_elements_text(p -> 'unsuccessful')) x
       where not exists (select from tendering.lot l join tendering.lot_round r on r.org_id = l.org_id and r.lot_id = l.id and r.round = l.round
         where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = x.lot::uuid and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0
           and r.closed_at is not null and r.bids_from <= v_now)) then return 'NOT_POSSIBLE'; end if;
     if exists (select from jsonb_to_recordset(p -> 'awards') as a ("bidId" uuid, "lotId" uuid, "supplierId" uuid, digest text)
       where not exists (select from tendering.bid b join tendering.lot l on l.org_id = b.counterparty_id and l.id = b.lot_id
         where b.org_id = a."supplierId" and b.id = a."bidId" and b.counterparty_id = v_tender.org_id and b.lot_id = a."lotId" and b.withdrawn_at is null and b.tender_version >= l.confirm_from and b.digest = a.digest))
       then return 'NO_SUCH_BID'; end if;
     if exists (select from tendering.auction a join jsonb_to_recordset(p -> 'awards') as w ("lotId" uuid) on w."lotId" = a.lot_id where a.org_id = v_tender.org_id and a.voided_at is null
       and not exists (select from tendering.auction_result x where x.org_id = a.org_id and x.auction_id = a.id)) then return 'AUCTION_RUNS'; end if;
     insert into tendering.award (org_id, id, counterparty_id, tender_id, lot_id, bid_id, round, currency, digest, makes, awarded_at)
       select v_tender.org_id, a.id, a."supplierId", v_tender.id, a."lotId", a."bidId", b.round, a.currency, a.digest, a.makes, v_now
       from jsonb_to_recordset(p -> 'awards') as a (id uuid, "lotId" uuid, "bidId" uuid, "supplierId" uuid, currency text, digest text, makes text)
       join tendering.bid b on b.org_id = a."supplierId" and b.id = a."bidId";
     insert into tendering.award_note (org_id, award_id, tender_id, rank, reason)
       select v_tender.org_id, a.id, v_tender.id, a.rank, a.reason from jsonb_to_recordset(p -> 'awards') as a (id uuid, rank smallint, reason text);
     insert into tendering.award_line (org_id, award_id, line_id, counterparty_id, quantity, unit, price, basis, price_unit, factor_num, factor_den, currency, lead_days, offer_id, alternate, breaks)
       select v_tender.org_id, a.id, n."lineId", a."supplierId", n.quantity, n.unit, n.price, n.basis, n."priceUnit", n."factorNum", n."factorDen", n.currency, n."leadDays", n."offerId", n.alternate, coalesce(n.breaks, '[]')
       from jsonb_to_recordset(p -> 'awards') as a (id uuid, "supplierId" uuid, lines jsonb)
       cross join lateral jsonb_to_recordset(a.lines) as n ("lineId" uuid, quantity numeric, unit text, price numeric, basis numeric, "priceUnit" text, "factorNum" numeric, "factorDen" numeric,
         currency text, "leadDays" integer, "offerId" uuid, alternate text, breaks jsonb);
     -- Never more than was asked for, over all awards that stand.
     if exists (select from tendering.tender_line l join (
         select x.line_id, sum(x.quantity) as quantity from tendering.award_line x join tendering.award a on a.org_id = x.org_id and a.id = x.award_id
         where a.org_id = v_tender.org_id and a.tender_id = v_tender.id and a.cancelled_at is null group by 1) s on s.line_id = l.id
       where l.org_id = v_tender.org_id and s.quantity > l.quantity) then return 'OVER_AWARDED'; end if;
     update tendering.lot l set awarded_at = v_now where l.org_id = v_tender.org_id and l.id in (select s::uuid from jsonb_array_elements_text(p -> 'settled') s);
     update tendering.lot l set unsuccessful_at = v_now where l.org_id = v_tender.org_id and l.id in (select s::uuid from jsonb_array_elements_text(p -> 'unsuccessful') s);
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'AWARDED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('awards', jsonb_array_length(p -> 'awards'))));
     perform tendering.tell_tender(v_tender, 'AWARDED', '{}');
     return 'AWARDED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.cancel_award(p_id uuid, p_reason text, p_member uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_award tendering.award;
     v_tender tendering.tender;
   begin
     select a.* into v_award from tendering.award a where a.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and a.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such award'; end if;
     v_tender := tendering.hold_tender(v_award.tender_id, null);
     perform 1 from tendering.lot l where l.org_id = v_award.org_id and l.id = v_award.lot_id for update;
     update tendering.award a set cancelled_at = clock_timestamp(), cancel_reason = p_reason where a.org_id = v_award.org_id and a.id = p_id and a.cancelled_at is null and a.agreement_id is null;
     if not found then return 'NOT_POSSIBLE'; end if;
     update tendering.lot l set awarded_at = null where l.org_id = v_award.org_id and l.id = v_award.lot_id;
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'AWARD_CANCELLED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('lot', v_award.lot_id, 'award', p_id, 'reason', p_reason)));
     perform platform.add_job_for(v_award.counterparty_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'AWARD_CANCELLED', 'detail', jsonb_build_object('reason', p_reason)));
     return 'CANCELLED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.cancel_tender(p_id uuid, p_reason text, p_member uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender(p_id, null);
   begin
     perform 1 from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = p_id order by l.id for update;
     if v_tender.cancelled_at is not null or exists (select from tendering.award a where a.org_id = v_tender.org_id and a.tender_id = p_id and a.cancelled_at is null) then return 'NOT_POSSIBLE'; end if;
     update tendering.tender t set cancelled_at = clock_timestamp(), cancel_reason = p_reason, edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = p_id returning t.* into v_tender;
     perform tendering.log_tender(v_tender, 'CANCELLED', jsonb_build_object('once', 'CANCELLED', 'member', p_member, 'detail', jsonb_build_object('reason', p_reason)));
     perform tendering.tell_tender(v_tender, 'CANCELLED', jsonb_build_object('reason', p_reason));
     return 'CANCELLED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.close_round(p_tender uuid, p_lot uuid, p_seen timestamp with time zone, p_grace interval)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender(p_tender, null);
     v_lot tendering.lot;
     v_round tendering.lot_round;
     v_now timestamptz;
     v_beat timestamptz;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = p_tender and l.id = p_lot for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     select r.* into v_round from tendering.lot_round r where r.org_id = v_tender.org_id and r.lot_id = p_lot and r.round = v_lot.round;
     if not found then return 'NOT_PUBLISHED'; end if;
     if v_round.closed_at is not null then return 'CLOSED_BEFORE'; end if;
     if p_seen is distinct from v_round.closes_at and p_seen is not null then return 'MOVED'; end if;
     v_now := clock_timestamp();
     if v_now <= v_round.closes_at then return 'STILL_OPEN'; end if;
     if coalesce(v_tender.cancelled_at, v_lot.cancelled_at) is not null then
       update tendering.lot_round r set closed_at = v_now where r.org_id = v_round.org_id and r.lot_id = p_lot and r.round = v_round.round;
       return 'CANCELLED';
     end if;
     select max(b.at) into v_beat from tendering.clock_beat b where b.at <= v_round.closes_at;
     if v_now > v_round.closes_at + p_grace and v_beat is not null
       and not exists (select from tendering.clock_beat b where b.at > v_round.closes_at and b.at <= v_round.closes_at + p_grace) then
       update tendering.lot_round r set closes_at = v_now + greatest(v_round.closes_at - v_beat, interval '15 minutes'), rescheduled = r.rescheduled + 1
         where r.org_id = v_round.org_id and r.lot_id = p_lot and r.round = v_round.round returning r.* into v_round;
       update tendering.tender t set closes_at = greatest(t.closes_at, v_round.closes_at) where t.org_id = v_tender.org_id and t.id = p_tender and v_lot.round = 1;
       perform tendering.log_tender(v_tender, 'RESCHEDULED', jsonb_build_object('detail', jsonb_build_object('lot', p_lot, 'round', v_round.round)));
       perform tendering.tell_tender(v_tender, 'RESCHEDULED', '{}');
       return 'RESCHEDULED';
     end if;
     update tendering.lot_round r set closed_at = v_now, bids_from = case r.confidentiality when 'OPEN' then r.bids_from when 'TIMED' then v_now end
       where r.org_id = v_round.org_id and r.lot_id = p_lot and r.round = v_round.round;
     update tendering.invitation i set declined_at = null, decline_reason = null where v_round.confidentiality = 'TIMED' and i.org_id = v_round.org_id and i.tender_id = p_tender and i.declined_at is not null
       and i.counterparty_id in (select b.org_id from tendering.bid b where b.counterparty_id = v_round.org_id and b.lot_id = p_lot and b.round = v_round.round and b.withdrawn_at is null);
     -- The seed of a tie-break by lot is drawn when nobody can bid any more.
     update tendering.lot l set seed = encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex') where l.org_id = v_lot.org_id and l.id = p_lot and l.seed is null;
     perform tendering.log_tender(v_tender, 'CLOSED', jsonb_build_object('once', format('CLOSED:%s:%s', p_lot, v_round.round), 'detail', jsonb_build_object('lot', p_lot, 'round', v_round.round)));
     perform tendering.tell_tender(v_tender, 'CLOSED', jsonb_build_object('round', v_round.round));
     perform platform.add_job_for(v_tender.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', p_tender, 'kind', 'CLOSED', 'detail', jsonb_build_object('round', v_round.round)));
     return 'CLOSED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.decline_tender(p_buyer uuid, p_id uuid, p_reason text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if exists (select from tendering.bid b where b.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and b.counterparty_id = p_buyer and b.tender_id = p_id and b.withdrawn_at is null) then return 'HAS_BID'; end if;
     update tendering.invitation i set declined_at = clock_timestamp(), decline_reason = p_reason where i.org_id = p_buyer and i.tender_id = p_id and i.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid) and i.declined_at is null;
     if found then
       perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', o.org, 'id', p_id || '/bids')::text) from unnest(array[p_buyer, (select nullif(current_setting('app.org', true), '')::uuid)]) o (org);
     elsif not exists (select from tendering.invitation i join tendering.follower f on f.tender_org = i.org_id and f.tender_id = i.tender_id and f.org_id = i.counterparty_id
       where i.org_id = p_buyer and i.tender_id = p_id and i.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid)) then
       return 'NOT_INVITED';
     end if;
     delete from tendering.follower f where f.tender_org = p_buyer and f.tender_id = p_id and f.org_id = (select nullif(current_setting('app.org', true), '')::uuid);
     return 'DECLINED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.enter_act(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_act jsonb := (p ->> 'act')::jsonb;
     v_by text := v_act ->> 'by';
     v_kind text := v_act ->> 'kind';
     v_auction tendering.auction;
     v_tender tendering.tender;
     v_us bigint;
     v_hash text;
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select a.* into v_auction from tendering.auction a where a.id = (p ->> 'id')::uuid;
     if not found then raise exception using errcode = 'EN404', message = 'no such auction'; end if;

     with entry as (
       insert into tendering.auction_act (org_id, auction_id, sequence, at, at_us, by, kind, label, amount, value, act, member_id, hash)
       select h.org_id, h.auction_id, h.sequence + 1, (timestamptz 'epoch' + h.held_us * interval '1 microsecond'), h.held_us, v_by, v_kind, v_act ->> 'bidderId', (v_act ->> 'amount')::numeric, p ->> 'value', p ->> 'act', (p ->> 'member')::uuid,
         encode(sha256(convert_to(h.hash || chr(10) || '{"act":' || (p ->> 'act') || ',"atUs":' || h.held_us || ',"sequence":' || (h.sequence + 1) || '}', 'UTF8')), 'hex')
       from tendering.auction_head h
       where h.org_id = v_auction.org_id and h.auction_id = v_auction.id and h.held_by = pg_current_xact_id() and h.held_us >= h.at_us and h.sequence + 1 = (p ->> 'sequence')::integer
         and v_auction.voided_at is null and (v_auction.sealed_at is null or v_kind in ('VOID', 'AWARD'))
         and case v_by
           when 'BIDDER' then v_auction.paused_at is null and h.held_us between (extract(epoch from v_auction.opens_at) * 1000000)::bigint and (h.closes ->> v_auction.lot_id::text)::bigint
             and v_act ->> 'bidderId' = (select b.label from tendering.auction_bidder b where b.org_id = v_auction.org_id and b.auction_id = v_auction.id and b.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid))
             and exists (select from tendering.tender t join tendering.lot l on l.org_id = t.org_id and l.tender_id = t.id
               where t.org_id = v_auction.org_id and t.id = v_auction.tender_id and t.cancelled_at is null and l.id = v_auction.lot_id and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0)
           else v_auction.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and (v_kind <> 'SEAL' or h.held_us > (h.closes ->> v_auction.lot_id::text)::bigint) end
       returning sequence, at_us, hash)
     update tendering.auction_head h set sequence = e.sequence, hash = e.hash, at_us = e.at_us, closes = coalesce(p -> 'closes', h.closes), held_by = null
       from entry e where h.org_id = v_auction.org_id and h.auction_id = v_auction.id returning e.hash, e.at_us into v_hash, v_us;
     if not found or v_by = 'BIDDER' then return v_hash; end if;

     v_tender := tendering.hold_tender(v_auction.tender_id, null);
     update tendering.auction a set
         paused_at = case v_kind when 'PAUSE' then (timestamptz 'epoch' + (v_act ->> 'fromUs')::bigint * interval '1 microsecond') when 'RESUME' then null else a.paused_at end,
         resumes_at = case v_kind when 'PAUSE' then (p ->> 'resumesAt')::timestamptz when 'RESUME' then null else a.resumes_at end,
         pause_reason = case v_kind when 'PAUSE' then v_act ->> 'reason' when 'RESUME' then null else a.pause_reason end,
         opens_at = case v_kind when 'RESCHEDULE' then (timestamptz 'epoch' + (v_act ->> 'opensAtUs')::bigint * interval '1 microsecond') else a.opens_at end,
         sealed_at = case v_kind when 'SEAL' then (timestamptz 'epoch' + v_us * interval '1 microsecond') else a.sealed_at end,
         voided_at = case v_kind when 'VOID' then (timestamptz 'epoch' + v_us * interval '1 microsecond') else a.voided_at end, void_reason = case v_kind when 'VOID' then v_act ->> 'reason' else a.void_reason end
       where a.org_id = v_auction.org_id and a.id = v_auction.id;
     perform tendering.log_tender(v_tender, 'AUCTION_' || v_kind, jsonb_strip_nulls(jsonb_build_object('once', case v_kind when 'SEAL' then 'AUCTION_SEAL:' || v_auction.id end, 'member', p ->> 'member',
       'detail', jsonb_build_object('lot', v_auction.lot_id, 'auction', v_auction.id, 'sequence', p -> 'sequence', 'reason', v_act ->> 'reason'))));
     if v_kind in ('PAUSE', 'RESUME', 'RESCHEDULE', 'SEAL', 'VOID') then
       perform platform.add_job_for(b.counterparty_id, 'tendering.tell-tender', jsonb_build_object('buyerId', v_auction.org_id, 'id', v_auction.tender_id, 'kind', 'AUCTION_' || case v_kind when 'SEAL' then 'CLOSED' else v_kind || case when v_kind like '%E' then 'D' else 'ED' end end, 'detail', '{}'::jsonb))
         from tendering.auction_bidder b where b.org_id = v_auction.org_id and b.auction_id = v_auction.id;
     end if;
     return v_hash;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.finish_rehearsal(p_session uuid, p_member uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_session tendering.opening_session;
     v_tender tendering.tender;
   begin
     select s.* into v_session from tendering.opening_session s where s.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and s.id = p_session and s.kind = 'REHEARSAL';
     if not found then raise exception using errcode = 'EN404', message = 'no such session'; end if;
     v_tender := tendering.hold_tender(v_session.tender_id, null);
     if v_tender.shown <> 'DRAFT' then return 'NOT_POSSIBLE'; end if;
     if exists (select from tendering.held_share h where h.org_id = v_tender.org_id and h.tender_id = v_tender.id
       and not exists (select from tendering.handed_share x where x.org_id = h.org_id and x.session_id = p_session and x.key_id = h.key_id)) then return 'SHARES_MISSING'; end if;
     update tendering.sealing s set rehearsed_at = clock_timestamp() where s.org_id = v_tender.org_id and s.tender_id = v_tender.id and s.arranged_at <= v_session.opened_at;
     perform tendering.log_tender(v_tender, 'SEALING_REHEARSED', jsonb_build_object('member', p_member, 'detail', jsonb_build_object('session', p_session)));
     return 'REHEARSED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.half_to_arm(p_lot uuid, p_round smallint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform 1 from tendering.lot l where l.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and l.id = p_lot for update;
     return (select jsonb_build_object('tenderId', r.tender_id, 'sealed', s.sealed, 'closesAt', to_char(r.closes_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) from tendering.hub_secret s
       join tendering.lot_round r on r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round
       where s.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and s.lot_id = p_lot and s.round = p_round and s.spent_at is null);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.halves_to_arm()
 RETURNS TABLE(org_id uuid, lot_id uuid, round smallint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     return query select s.org_id, s.lot_id, s.round from tendering.hub_secret s join tendering.lot_round r on r.org_id = s.org_id and r.lot_id = s.lot_id and r.round = s.round
       where s.spent_at is null and s.armed_for <> r.closes_at limit 1000;
   end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION tendering.hand_share(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_session tendering.opening_session;
     v_tender tendering.tender;
     v_share tendering.held_share;
   begin
     select s.* into v_session from tendering.opening_session s where s.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and s.id = (p ->> 'sessionId')::uuid;
     if not found then raise exception using errcode = 'EN404', message = 'no such session'; end if;
     v_tender := tendering.hold_tender(v_session.tender_id, null);
     select h.* into v_share from tendering.held_share h join tendering.officer_key k on k.org_id = h.org_id and k.id = h.key_id
       where h.org_id = v_tender.org_id and h.tender_id = v_tender.id and h.key_id = (p ->> 'keyId')::uuid and (k.member_id is null or k.member_id = (p ->> 'member')::uuid);
     if not found then return 'NOT_YOURS'; end if;
     insert into tendering.handed_share as x (org_id, session_id, key_id, position, sealed, handed_at, member_id)
       values (v_tender.org_id, v_session.id, v_share.key_id, v_share.position, p ->> 'sealed', clock_timestamp(), (p ->> 'member')::uuid)
       on conflict (org_id, session_id, key_id) do update set sealed = excluded.sealed, handed_at = excluded.handed_at, member_id = excluded.member_id;
     perform tendering.log_tender(v_tender, 'SHARE_HANDED_IN', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('session', v_session.id, 'key', v_share.key_id, 'role', v_share.role)));
     return 'HANDED_IN';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.hold_tender(p_id uuid, p_edits integer)
 RETURNS tendering.tender
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender;
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select t.* into v_tender from tendering.tender t where t.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and t.id = p_id for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such tender'; end if;
     if p_edits is not null and v_tender.edits <> p_edits then raise exception using errcode = 'EN409', message = 'the tender was changed'; end if;
     return v_tender;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.invite_suppliers(p_id uuid, p_suppliers uuid[], p_member uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender(p_id, null);
     v_supplier uuid;
     v_made integer := 0;
   begin
     foreach v_supplier in array p_suppliers loop
       insert into tendering.invitation (org_id, tender_id, counterparty_id, invited_at, invited_by) values (v_tender.org_id, p_id, v_supplier, clock_timestamp(), p_member) on conflict do nothing;
       continue when not found;
       v_made := v_made + 1;
       if v_tender.shown <> 'DRAFT' then perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', o.org, 'id', p_id || '/bids')::text) from unnest(array[v_supplier]) o (org); end if;
       insert into tendering.follower (tender_org, tender_id, org_id, since) values (v_tender.org_id, p_id, v_supplier, clock_timestamp()) on conflict do nothing;
       if v_tender.shown <> 'DRAFT' then
         perform platform.add_job_for(v_supplier, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', p_id, 'kind', 'INVITED', 'detail', '{}'::jsonb));
       end if;
     end loop;
     if v_made > 0 then perform tendering.log_tender(v_tender, 'SUPPLIERS_INVITED', jsonb_build_object('quiet', true, 'member', p_member, 'detail', jsonb_build_object('suppliers', v_made))); end if;
     return v_made;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.judge_envelope(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     if (select s.envelopes[cardinality(s.envelopes)] from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id) = p ->> 'envelope' then return 'NOT_POSSIBLE'; end if;
     update tendering.envelope_opening o set verdict = case when (p ->> 'passed')::boolean then 'PASSED' else 'FAILED' end, verdict_reason = p ->> 'reason', judged_at = clock_timestamp()
       where o.org_id = v_lot.org_id and o.lot_id = v_lot.id and o.round = v_lot.round and o.bid_id = (p ->> 'bidId')::uuid and o.envelope = p ->> 'envelope' and o.outcome = 'OPENED' and o.verdict is null;
     if not found then return 'NOT_POSSIBLE'; end if;
     perform tendering.log_tender(v_tender, 'ENVELOPE_JUDGED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_lot.id, 'bid', p ->> 'bidId', 'envelope', p ->> 'envelope', 'passed', p -> 'passed')));
     return 'JUDGED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.keep_halves(p jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_kept integer;
   begin
     insert into tendering.hub_half (org_id, tender_id, lot_id, round, shown, public_key, made_at)
       select r.org_id, r.tender_id, r.lot_id, r.round, r.shown, n."publicKey", clock_timestamp()
       from jsonb_to_recordset(p -> 'halves') as n ("lotId" uuid, round smallint, "publicKey" text, "armedFor" timestamptz)
       join tendering.lot_round r on r.org_id = v_tender.org_id and r.tender_id = v_tender.id and r.lot_id = n."lotId" and r.round = n.round and r.confidentiality = 'SEALED' and r.closes_at = n."armedFor";
     get diagnostics v_kept = row_count;
     insert into tendering.hub_secret (org_id, lot_id, round, sealed, armed_for)
       select v_tender.org_id, n."lotId", n.round, n.sealed, n."armedFor" from jsonb_to_recordset(p -> 'halves') as n ("lotId" uuid, round smallint, sealed text, "armedFor" timestamptz);
     return v_kept;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.keep_parts(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
   begin
     insert into tendering.half_part (org_id, lot_id, round, envelope, bid_id, part)
       select v_tender.org_id, (p ->> 'lotId')::uuid, (p ->> 'round')::smallint, p ->> 'envelope', n."bidId", n.part from jsonb_to_recordset(p -> 'parts') as n ("bidId" uuid, part text);
     if (p ->> 'last')::boolean then
       update tendering.hub_secret s set sealed = null, spent_at = clock_timestamp() where s.org_id = v_tender.org_id and s.lot_id = (p ->> 'lotId')::uuid and s.round = (p ->> 'round')::smallint;
     end if;
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.id = (p ->> 'lotId')::uuid;
     perform tendering.settle_opening(v_tender, v_lot);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.link_award(p_award uuid, p_order uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update tendering.award a set order_id = p_order where a.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and a.id = p_award and a.makes = 'ORDERS' and a.order_id is null
       and exists (select from procurement.purchase_order o where o.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and o.id = p_order and o.counterparty_id = a.counterparty_id);
     if not found then raise exception using errcode = 'EN404', message = 'no such award or order'; end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.log_tender(p_tender tendering.tender, p_kind text, p_said jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     insert into tendering.tender_event (org_id, tender_id, seq, kind, once, at, member_id, detail)
       select p_tender.org_id, p_tender.id, coalesce(max(e.seq), 0) + 1, p_kind, p_said ->> 'once', clock_timestamp(), (p_said ->> 'member')::uuid, coalesce(p_said -> 'detail', '{}')
       from tendering.tender_event e where e.org_id = p_tender.org_id and e.tender_id = p_tender.id;
     if p_tender.is_public and p_tender.shown <> 'DRAFT' then
       perform platform.add_job_for(p_tender.org_id, 'tendering.note-move', jsonb_build_object('id', p_tender.id));
     end if;
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', p_tender.org_id, 'id', p_tender.id || case when p_said ? 'quiet' then '/bids' else '' end)::text);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.lot_status(p_lot jsonb, p_now timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
     select case
       when coalesce(p_lot ->> 'tenderCancelledAt', p_lot ->> 'cancelledAt') is not null then 'CANCELLED'
       when p_lot ->> 'publishedAt' is null then 'DRAFT'
       when p_lot ->> 'awardedAt' is not null then 'AWARDED'
       when p_lot ->> 'unsuccessfulAt' is not null then 'UNSUCCESSFUL'
       when p_now < (p_lot ->> 'opensAt')::timestamptz then 'ANNOUNCED'
       when p_now <= (p_lot ->> 'closesAt')::timestamptz then 'BIDDING'
       when p_lot ->> 'closedAt' is null or p_lot ->> 'bidsFrom' is null then 'CLOSED'
       else 'EVALUATION' end
   $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION tendering.move_bid(p jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_kind text := p ->> 'kind';
     v_lot tendering.lot;
     v_tender tendering.tender;
     v_before tendering.bid;
     v_bid tendering.bid;
     v_digest text;
     v_seq integer;
     v_open boolean;
     v_place bigint;
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if v_kind not in ('SUBMITTED', 'CONFIRMED', 'WITHDRAWN') then raise exception using errcode = '22023', message = 'no such step of a bid'; end if;
     select l.* into v_lot from tendering.lot l where l.org_id = (p ->> 'buyerId')::uuid and l.id = (p ->> 'lotId')::uuid and l.shown <> 'DRAFT' and l.org_id <> (select nullif(current_setting('app.org', true), '')::uuid) for no key update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     select t.* into v_tender from tendering.tender t where t.org_id = v_lot.org_id and t.id = v_lot.tender_id;
     if v_tender.cancelled_at is not null or num_nonnulls(v_lot.cancelled_at, v_lot.awarded_at, v_lot.unsuccessful_at) > 0 then return '{"outcome": "NOT_BIDDING"}'; end if;
     if v_lot.round <> (p ->> 'round')::smallint then return '{"outcome": "OTHER_ROUND"}'; end if;
     if v_lot.round > 1 and not exists (select from tendering.round_admission a where a.org_id = v_lot.org_id and a.lot_id = v_lot.id and a.round = v_lot.round and a.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid))
       then return '{"outcome": "NOT_ADMITTED"}'; end if;
     select b.* into v_before from tendering.bid b where b.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and b.lot_id = v_lot.id and b.round = v_lot.round;
     if coalesce(v_before.seq, 0) <> (p ->> 'expectedSeq')::integer then return '{"outcome": "VERSION_CONFLICT"}'; end if;
     -- Every version is kept. What may still be confirmed and withdrawn lies above what may be submitted.
     if v_kind = 'SUBMITTED' and v_before.seq >= 100 or v_kind = 'CONFIRMED' and v_before.seq >= 200 then return '{"outcome": "TOO_MANY"}'; end if;
     if v_kind <> 'SUBMITTED' and (v_before.seq is null or v_before.withdrawn_at is not null) then return '{"outcome": "NO_BID"}'; end if;
     if v_kind <> 'WITHDRAWN' and v_tender.version <> (p ->> 'tenderVersion')::integer then return '{"outcome": "AMENDED"}'; end if;
     if v_kind = 'SUBMITTED' then
       if exists (select from tendering.lot_round r left join tendering.sealing s on s.org_id = r.org_id and s.tender_id = r.tender_id
           where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and case r.confidentiality
             when 'SEALED' then (select array_agg(e.envelope order by e.envelope) from jsonb_to_recordset(p -> 'envelopes') as e (envelope text, body text, sealed text) where e.sealed is not null and e.body is null)
               is distinct from (select array_agg(n order by n) from unnest(s.envelopes) n) or jsonb_array_length(p -> 'envelopes') <> cardinality(s.envelopes)
             else exists (select from jsonb_to_recordset(p -> 'envelopes') as e (sealed text) where e.sealed is not null) end)
         then return '{"outcome": "OTHER_ENVELOPES"}'; end if;
       -- The hash is the database's own, of the very bytes that it keeps.
       select string_agg(encode(sha256(coalesce(decode(e.sealed, 'base64'), convert_to(e.body, 'UTF8'))), 'hex'), ' ' order by e.envelope) into v_digest
         from jsonb_to_recordset(p -> 'envelopes') as e (envelope text, body text, sealed text);
       if position(' ' in v_digest) > 0 then v_digest := encode(sha256(convert_to(v_digest, 'UTF8')), 'hex'); end if;
     else
       v_digest := v_before.digest;
     end if;
     v_seq := coalesce(v_before.seq, 0) + 1;
     insert into tendering.arrival as a (tender_org, lot_id, last) values (v_lot.org_id, v_lot.id, 1) on conflict (tender_org, lot_id) do update set last = a.last + 1 returning a.last into v_place;

     with moment as materialized (select clock_timestamp() as at)
     insert into tendering.bid as b (org_id, id, counterparty_id, tender_id, lot_id, round, seq, tender_version, digest, sequence, first_at, accepted_at)
       select (select nullif(current_setting('app.org', true), '')::uuid), coalesce(v_before.id, (p ->> 'bidId')::uuid), r.org_id, r.tender_id, r.lot_id, r.round, v_seq, v_tender.version, v_digest, v_place, m.at, m.at
       from moment m join tendering.lot_round r on r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round
       where r.closed_at is null and m.at between r.opens_at and r.closes_at
       on conflict (org_id, lot_id, round) do update set seq = excluded.seq, digest = excluded.digest,
         tender_version = case v_kind when 'WITHDRAWN' then b.tender_version else excluded.tender_version end,
         sequence = case v_kind when 'SUBMITTED' then excluded.sequence else b.sequence end,
         accepted_at = case v_kind when 'SUBMITTED' then excluded.accepted_at else b.accepted_at end,
         withdrawn_at = case v_kind when 'WITHDRAWN' then excluded.accepted_at end
       returning b.* into v_bid;
     if not found then return '{"outcome": "LATE"}'; end if;

     if v_kind = 'SUBMITTED' then
       delete from tendering.bid_content c where c.org_id = v_bid.org_id and c.bid_id = v_bid.id;
       insert into tendering.bid_content (org_id, bid_id, counterparty_id, tender_id, lot_id, round, envelope, body, sealed, digest)
         select v_bid.org_id, v_bid.id, v_bid.counterparty_id, v_bid.tender_id, v_bid.lot_id, v_bid.round, coalesce(e.envelope, 'WHOLE'), case when e.sealed is null then e.body end, decode(e.sealed, 'base64'),
           encode(sha256(coalesce(decode(e.sealed, 'base64'), convert_to(e.body, 'UTF8'))), 'hex')
         from jsonb_to_recordset(p -> 'envelopes') as e (envelope text, body text, sealed text);
       delete from tendering.bid_draft d where d.org_id = v_bid.org_id and d.lot_id = v_bid.lot_id and d.round = v_bid.round;
       insert into tendering.follower (tender_org, tender_id, org_id, since) values (v_bid.counterparty_id, v_bid.tender_id, v_bid.org_id, v_bid.accepted_at) on conflict do nothing;
       update tendering.invitation i set declined_at = null, decline_reason = null
         where i.org_id = v_bid.counterparty_id and i.tender_id = v_bid.tender_id and i.counterparty_id = v_bid.org_id and i.declined_at is not null
           and exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and r.confidentiality = 'OPEN');
     end if;
     -- A step that is no submission has a time of its own, which is not that of the bid.
     insert into tendering.bid_version (org_id, bid_id, counterparty_id, tender_id, lot_id, round, seq, envelope, kind, tender_version, body, sealed, digest, accepted_at, member_id)
       select c.org_id, c.bid_id, c.counterparty_id, c.tender_id, c.lot_id, c.round, v_seq, c.envelope, v_kind, v_bid.tender_version, c.body, c.sealed, c.digest,
         case v_kind when 'SUBMITTED' then v_bid.accepted_at when 'WITHDRAWN' then v_bid.withdrawn_at else clock_timestamp() end, (p ->> 'member')::uuid
       from tendering.bid_content c where c.org_id = v_bid.org_id and c.bid_id = v_bid.id;
     update tendering.bid_receipt x set stands = false where x.org_id = v_bid.org_id and x.bid_id = v_bid.id and x.stands;
     insert into tendering.bid_receipt (org_id, bid_id, counterparty_id, tender_id, lot_id, round, seq, kind, digest, accepted_at, sequence, stands)
       select distinct v_bid.org_id, v_bid.id, v_bid.counterparty_id, v_bid.tender_id, v_bid.lot_id, v_bid.round, v_seq, v_kind, v_digest, v.accepted_at, v_bid.sequence, v_kind <> 'WITHDRAWN'
       from tendering.bid_version v where v.org_id = v_bid.org_id and v.bid_id = v_bid.id and v.seq = v_seq order by v.accepted_at limit 1;
     if v_kind = 'WITHDRAWN' then delete from tendering.bid_content c where c.org_id = v_bid.org_id and c.bid_id = v_bid.id; end if;

     -- Of a bid that he may not read the buyer hears nothing, neither that it came nor when.
     select r.confidentiality = 'OPEN' into v_open from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round;
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', o.org, 'id', v_tender.id || '/bids')::text) from unnest(array[v_bid.org_id, case when v_open then v_lot.org_id end]) o (org) where o.org is not null;
     return (select jsonb_build_object('outcome', 'ACCEPTED', 'bidId', x.bid_id, 'seq', v_seq, 'digest', v_digest, 'at', x.accepted_at)
       from tendering.bid_receipt x where x.org_id = v_bid.org_id and x.bid_id = v_bid.id and x.seq = v_seq);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.note_beat()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     insert into tendering.clock_beat (at) values (clock_timestamp()) on conflict do nothing;
     delete from tendering.clock_beat b where b.at < clock_timestamp() - interval '40 days';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.open_round(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
     v_lot tendering.lot;
     v_now timestamptz;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     v_now := clock_timestamp();
     if v_tender.cancelled_at is not null or num_nonnulls(v_lot.awarded_at, v_lot.unsuccessful_at, v_lot.cancelled_at) > 0
       or not exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and r.closed_at is not null and r.bids_from is not null)
       or exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.kind = 'BEST_AND_FINAL')
       or exists (select from tendering.auction a where a.org_id = v_lot.org_id and a.lot_id = v_lot.id and a.voided_at is null) then return 'NOT_POSSIBLE'; end if;
     if (p ->> 'closesAt')::timestamptz <= v_now then return 'CLOSES_TOO_SOON'; end if;
     if exists (select from jsonb_array_elements_text(p -> 'admitted') a where not exists (select from tendering.bid b where b.org_id = a::uuid and b.counterparty_id = v_lot.org_id and b.lot_id = v_lot.id))
       then return 'NO_SUCH_BIDDER'; end if;
     insert into tendering.lot_round (org_id, tender_id, lot_id, round, shown, kind, confidentiality, opens_at, closes_at, bids_from)
       values (v_lot.org_id, v_tender.id, v_lot.id, v_lot.round + 1, v_lot.shown, p ->> 'kind', v_tender.confidentiality, v_now, (p ->> 'closesAt')::timestamptz, case v_tender.confidentiality when 'OPEN' then v_now end);
     update tendering.lot l set round = l.round + 1 where l.org_id = v_lot.org_id and l.id = v_lot.id;
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     insert into tendering.round_admission (org_id, lot_id, round, counterparty_id, admitted_at) select v_lot.org_id, v_lot.id, v_lot.round + 1, a::uuid, v_now from jsonb_array_elements_text(p -> 'admitted') a;
     perform tendering.log_tender(v_tender, 'ROUND_OPENED', jsonb_build_object('once', format('ROUND:%s:%s', v_lot.id, v_lot.round + 1), 'member', p ->> 'member',
       'detail', jsonb_build_object('lot', v_lot.id, 'round', v_lot.round + 1, 'kind', p ->> 'kind')));
     perform platform.add_job_for(a::uuid, 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'ROUND_OPENED', 'detail', jsonb_build_object('round', v_lot.round + 1)))
       from jsonb_array_elements_text(p -> 'admitted') a;
     return 'OPENED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.open_session(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
   begin
     if not exists (select from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id) then return 'NOT_ARRANGED'; end if;
     if (p ->> 'kind' = 'REHEARSAL') <> (v_tender.shown = 'DRAFT') or v_tender.cancelled_at is not null then return 'NOT_POSSIBLE'; end if;
     if p ->> 'kind' = 'OPENING' and not exists (select from tendering.lot_round r where r.org_id = v_tender.org_id and r.tender_id = v_tender.id and r.closed_at is not null and r.closes_at < clock_timestamp()) then
       perform tendering.log_tender(v_tender, 'OPENING_REFUSED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('reason', 'EARLY', 'closesAt', v_tender.closes_at)));
       return 'EARLY';
     end if;
     insert into tendering.opening_session (org_id, id, tender_id, kind, public_key, opened_at, member_id)
       values (v_tender.org_id, (p ->> 'id')::uuid, v_tender.id, p ->> 'kind', p ->> 'publicKey', clock_timestamp(), (p ->> 'member')::uuid);
     perform tendering.log_tender(v_tender, 'SESSION_OPENED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('kind', p ->> 'kind', 'session', p ->> 'id')));
     return 'OPENED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.plan_auction(p_id uuid, p_next bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     update tendering.auction_head h set next_us = p_next from tendering.auction a where a.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and a.id = p_id and h.org_id = a.org_id and h.auction_id = a.id;
     if not found then raise exception using errcode = 'EN404', message = 'no such auction'; end if;
     if p_next is not null then perform platform.add_job_for((select nullif(current_setting('app.org', true), '')::uuid), 'tendering.run-auction', jsonb_build_object('id', p_id), 'auction:' || p_id, (timestamptz 'epoch' + p_next * interval '1 microsecond')); end if;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.publish_tender(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'id')::uuid, (p ->> 'expectedEdits')::integer);
     v_now timestamptz := clock_timestamp();
   begin
     if v_tender.shown <> 'DRAFT' or v_tender.cancelled_at is not null then return 'NOT_DRAFT'; end if;
     if v_tender.confidentiality = 'SEALED' and not exists (select from tendering.sealing s where s.org_id = v_tender.org_id and s.tender_id = v_tender.id and s.rehearsed_at is not null) then return 'NOT_REHEARSED'; end if;
     if v_tender.closes_at is null or v_tender.closes_at <= v_now then return 'CLOSES_TOO_SOON'; end if;
     update tendering.tender t set shown = case t.procedure when 'OPEN' then 'OPEN' else 'INVITED' end, published_at = v_now, version = 1, edits = t.edits + 1
       where t.org_id = v_tender.org_id and t.id = v_tender.id returning t.* into v_tender;
     insert into tendering.lot_round (org_id, tender_id, lot_id, round, shown, kind, confidentiality, opens_at, closes_at, bids_from)
       select l.org_id, l.tender_id, l.id, 1, v_tender.shown, 'FIRST', v_tender.confidentiality, v_now,
         v_tender.closes_at + (l.position - 1) * v_tender.stagger_minutes * interval '1 minute', case v_tender.confidentiality when 'OPEN' then v_now end
       from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id;
     insert into tendering.amendment (org_id, tender_id, version, shown, reason, changes, confirm, made_at, closes_at)
       values (v_tender.org_id, v_tender.id, 1, v_tender.shown, 'PUBLISHED', '[]', false, v_now, v_tender.closes_at);
     perform tendering.log_tender(v_tender, 'PUBLISHED', jsonb_build_object('once', 'PUBLISHED', 'member', p ->> 'member'));
     perform tendering.tell_tender(v_tender, 'INVITED', '{}');
     return 'PUBLISHED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.push_deadline(p_tender tendering.tender, p_closes_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if p_closes_at <= p_tender.closes_at then return; end if;
     update tendering.lot_round r set closes_at = r.closes_at + (p_closes_at - p_tender.closes_at)
       from tendering.lot l where r.org_id = p_tender.org_id and r.tender_id = p_tender.id and r.closed_at is null and r.closes_at >= clock_timestamp()
         and l.org_id = r.org_id and l.id = r.lot_id and l.round = r.round;
     update tendering.tender t set closes_at = p_closes_at where t.org_id = p_tender.org_id and t.id = p_tender.id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.read_auction(p_id uuid, p_from integer, p_mode text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_auction tendering.auction;
     v_head tendering.auction_head;
     v_us bigint;
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     select a.* into v_auction from tendering.auction a where a.id = p_id;
     if not found then raise exception using errcode = 'EN404', message = 'no such auction'; end if;
     if p_mode = 'READ' then
       select h.* into v_head from tendering.auction_head h where h.org_id = v_auction.org_id and h.auction_id = p_id;
       v_us := greatest((extract(epoch from clock_timestamp()) * 1000000)::bigint, v_head.at_us);
     else
       perform 1 from tendering.lot l where l.org_id = v_auction.org_id and l.id = v_auction.lot_id for no key update;
       if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
       select h.* into v_head from tendering.auction_head h where h.org_id = v_auction.org_id and h.auction_id = p_id for update;
       select a.* into v_auction from tendering.auction a where a.org_id = v_auction.org_id and a.id = p_id;
       -- The clock of the database may be set back; the ledger's time is not.
       v_us := greatest((extract(epoch from clock_timestamp()) * 1000000)::bigint, v_head.at_us);
       update tendering.auction_head h set held_us = v_us, held_by = pg_current_xact_id(), beat_us = case p_mode when 'BEAT' then v_us else h.beat_us end
         where h.org_id = v_auction.org_id and h.auction_id = p_id;
     end if;
     return (select jsonb_build_object('orgId', v_auction.org_id, 'id', p_id, 'tenderId', v_auction.tender_id, 'lotId', v_auction.lot_id, 'startedAt', v_auction.started_at, 'opensAt', v_auction.opens_at,
       'pausedAt', v_auction.paused_at, 'resumesAt', v_auction.resumes_at, 'pauseReason', v_auction.pause_reason, 'sealedAt', v_auction.sealed_at, 'voidedAt', v_auction.voided_at, 'voidReason', v_auction.void_reason,
       'isOver', t.cancelled_at is not null or num_nonnulls(l.cancelled_at, l.unsuccessful_at) > 0, 'awardedAt', l.awarded_at,
       'label', (select b.label from tendering.auction_bidder b where b.org_id = v_auction.org_id and b.auction_id = p_id and b.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid)),
       'atUs', v_us, 'beatUs', v_head.beat_us, 'fromHash', (select x.hash from tendering.auction_act x where x.org_id = v_auction.org_id and x.auction_id = p_id and x.sequence = p_from), 'opening', case when p_from < 1 then v_head.opening end,
       'acts', coalesce((select jsonb_agg(jsonb_build_object('sequence', x.sequence, 'atUs', x.at_us, 'act', x.act, 'hash', x.hash) order by x.sequence)
         from tendering.auction_act x where x.org_id = v_auction.org_id and x.auction_id = p_id and x.sequence > p_from), '[]'))
       from tendering.tender t join tendering.lot l on l.org_id = t.org_id and l.tender_id = t.id where t.org_id = v_auction.org_id and t.id = v_auction.tender_id and l.id = v_auction.lot_id);
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.rebut_opening(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_opening tendering.envelope_opening;
   begin
     select o.* into v_opening from tendering.envelope_opening o where o.counterparty_id = (select nullif(current_setting('app.org', true), '')::uuid) and o.bid_id = (p ->> 'bidId')::uuid and o.envelope = p ->> 'envelope';
     if not found then raise exception using errcode = 'EN404', message = 'no such opening'; end if;
     perform 1 from tendering.lot l where l.org_id = v_opening.org_id and l.id = v_opening.lot_id and num_nonnulls(l.awarded_at, l.unsuccessful_at, l.cancelled_at) = 0 for no key update;
     if not found then return 'NOT_POSSIBLE'; end if;
     update tendering.envelope_opening o set outcome = 'OPENED', reason = null, content_key = p ->> 'contentKey', body = p ->> 'body', opened_at = clock_timestamp(), member_id = null
       where o.org_id = v_opening.org_id and o.bid_id = v_opening.bid_id and o.envelope = v_opening.envelope and o.outcome = 'UNOPENABLE';
     if not found then return 'NOT_POSSIBLE'; end if;
     perform pg_notify('entrepot', json_build_object('topic', 'tender.changed', 'orgId', v_opening.org_id, 'id', v_opening.tender_id)::text);
     return 'OPENED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.receipt_key(p_public text, p_sealed text)
 RETURNS TABLE(public_key text, sealed text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     if (select nullif(current_setting('app.org', true), '')::uuid) is null then raise exception using errcode = 'EN401', message = 'no acting organisation'; end if;
     if p_public is not null then insert into tendering.receipt_key (one, public_key, sealed, made_at) values (true, p_public, p_sealed, clock_timestamp()) on conflict do nothing; end if;
     return query select k.public_key, k.sealed from tendering.receipt_key k;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.receipt_public_key()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select k.public_key from tendering.receipt_key k $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.record_openings(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_lot tendering.lot;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     if num_nonnulls(v_lot.awarded_at, v_lot.unsuccessful_at, v_lot.cancelled_at, v_tender.cancelled_at) > 0 then return 'NOT_POSSIBLE'; end if;
     if exists (select from jsonb_to_recordset(p -> 'openings') as n ("bidId" uuid, "supplierId" uuid) where not exists (select from tendering.half_part x
       join tendering.bid_content c on c.bid_id = x.bid_id and c.envelope = x.envelope and c.org_id = n."supplierId"
       where x.org_id = v_lot.org_id and x.lot_id = v_lot.id and x.round = v_lot.round and x.envelope = p ->> 'envelope' and x.bid_id = n."bidId")) then return 'NOT_RELEASED'; end if;
     insert into tendering.envelope_opening as o (org_id, bid_id, envelope, counterparty_id, tender_id, lot_id, round, outcome, reason, content_key, body, opened_at, member_id)
       select v_lot.org_id, n."bidId", p ->> 'envelope', n."supplierId", v_tender.id, v_lot.id, v_lot.round, n.outcome, n.reason, n."contentKey", n.body, clock_timestamp(), (p ->> 'member')::uuid
       from jsonb_to_recordset(p -> 'openings') as n ("bidId" uuid, "supplierId" uuid, outcome text, reason text, "contentKey" text, body text)
       on conflict (org_id, bid_id, envelope) do update set outcome = excluded.outcome, reason = excluded.reason, content_key = excluded.content_key, body = excluded.body, opened_at = excluded.opened_at, member_id = excluded.member_id
         where o.outcome = 'UNOPENABLE' and excluded.outcome = 'OPENED';
     perform tendering.log_tender(v_tender, 'ENVELOPES_OPENED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_lot.id, 'round', v_lot.round, 'envelope', p ->> 'envelope',
       'opened', (select count(*) from jsonb_to_recordset(p -> 'openings') as n (outcome text) where n.outcome = 'OPENED'), 'unopenable', (select count(*) from jsonb_to_recordset(p -> 'openings') as n (outcome text) where n.outcome <> 'OPENED'))));
     perform tendering.settle_opening(v_tender, v_lot);
     return 'RECORDED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.refuse_release(p jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
   begin
     perform tendering.log_tender(v_tender, 'OPENING_REFUSED', jsonb_build_object('member', p ->> 'member', 'detail', p - 'member' - 'tenderId'));
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.release_half(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_answer jsonb := tendering.ask_release(p);
     v_tender tendering.tender;
   begin
     if v_answer ->> 'outcome' <> 'READY' then return v_answer ->> 'outcome'; end if;
     select t.* into v_tender from tendering.tender t where t.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and t.id = (p ->> 'tenderId')::uuid;
     insert into tendering.half_release (org_id, tender_id, lot_id, round, envelope, released_at, member_id)
       values (v_tender.org_id, v_tender.id, (p ->> 'lotId')::uuid, (v_answer ->> 'round')::smallint, p ->> 'envelope', clock_timestamp(), (p ->> 'member')::uuid);
     perform tendering.log_tender(v_tender, 'HALF_RELEASED', jsonb_build_object('once', format('RELEASED:%s:%s:%s', p ->> 'lotId', v_answer ->> 'round', p ->> 'envelope'), 'member', p ->> 'member',
       'detail', jsonb_build_object('lot', p ->> 'lotId', 'round', v_answer -> 'round', 'envelope', p ->> 'envelope')));
     return 'RELEASED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.release_notice(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, null);
     v_now tendering.public_tender;
   begin
     if not v_tender.is_public or v_tender.shown <> 'OPEN' then return 'NOT_PUBLIC'; end if;
     perform pg_advisory_xact_lock(hashtext('tendering.notice'));
     select x.* into v_now from tendering.public_tender x where x.org_id = v_tender.org_id and x.tender_id = v_tender.id;
     if v_now.digest = p ->> 'digest' then return 'SAME'; end if;
     if coalesce(v_now.seq, 0) + 1 <> (p ->> 'seq')::integer or coalesce(v_now.ocid, p ->> 'ocid') <> p ->> 'ocid' then return 'MOVED'; end if;
     if (p ->> 'releasedAt')::timestamptz <= (select max(n.released_at) from tendering.notice n) then return 'MOVED'; end if;
     insert into tendering.notice (org_id, tender_id, seq, ocid, release_id, tags, released_at, digest, body)
       values (v_tender.org_id, v_tender.id, (p ->> 'seq')::integer, p ->> 'ocid', p ->> 'releaseId', array(select jsonb_array_elements_text(p -> 'tags')), (p ->> 'releasedAt')::timestamptz, p ->> 'digest', p ->> 'body');
     insert into tendering.public_tender as x (org_id, tender_id, ocid, seq, digest, status, published_at, closes_at, words, facts)
       values (v_tender.org_id, v_tender.id, p ->> 'ocid', (p ->> 'seq')::integer, p ->> 'digest', p ->> 'status', (p ->> 'publishedAt')::timestamptz, (p ->> 'closesAt')::timestamptz, p ->> 'words', p -> 'facts')
       on conflict (org_id, tender_id) do update set seq = excluded.seq, digest = excluded.digest, status = excluded.status, closes_at = excluded.closes_at, words = excluded.words, facts = excluded.facts;
     return 'RELEASED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.rounds_due()
 RETURNS TABLE(org_id uuid, tender_id uuid, lot_id uuid, closes_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform tendering.note_beat();
     return query select r.org_id, r.tender_id, r.lot_id, r.closes_at from tendering.lot_round r where r.closed_at is null and r.closes_at < clock_timestamp() order by r.closes_at limit 1000;
   end $function$
-- owner entrepot_jobs
CREATE OR REPLACE FUNCTION tendering.save_tender(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender;
     v_id uuid := (p ->> 'id')::uuid;
     v_new tendering.tender := jsonb_populate_record(null::tendering.tender, p -> 'tender');
   begin
     if p ->> 'expectedEdits' is null then
       insert into tendering.tender (org_id, id, shown, number, title, procedure, confidentiality, currency, formula, delivery_term, award_mode, single_reason, shares)
         values ((select nullif(current_setting('app.org', true), '')::uuid), v_id, 'DRAFT', p ->> 'number', v_new.title, v_new.procedure, v_new.confidentiality, v_new.currency, v_new.formula, v_new.delivery_term, v_new.award_mode, v_new.single_reason, v_new.shares);
       v_tender := tendering.hold_tender(v_id, null);
       perform tendering.log_tender(v_tender, 'DRAFTED', jsonb_build_object('member', p -> 'private' ->> 'createdBy'));
     else
       v_tender := tendering.hold_tender(v_id, (p ->> 'expectedEdits')::integer);
       if v_tender.shown <> 'DRAFT' or v_tender.cancelled_at is not null then return 'NOT_DRAFT'; end if;
     end if;
     update tendering.tender t set title = v_new.title, description = v_new.description, procedure = v_new.procedure, single_reason = v_new.single_reason, confidentiality = v_new.confidentiality,
         currency = v_new.currency, rates = v_new.rates, formula = v_new.formula, criteria = v_new.criteria, quality_min = v_new.quality_min, tie_break = v_new.tie_break, low_bid = v_new.low_bid,
         delivery_term = v_new.delivery_term, payment_days = v_new.payment_days, yearly_rate = v_new.yearly_rate, award_mode = v_new.award_mode, shares = v_new.shares, bids_min = v_new.bids_min, agreement_from = v_new.agreement_from, agreement_to = v_new.agreement_to, auction = v_new.auction,
         questions_close_at = v_new.questions_close_at, closes_at = v_new.closes_at, stagger_minutes = v_new.stagger_minutes, push_hours = v_new.push_hours, is_public = coalesce(v_new.is_public, false),
         edits = t.edits + case when p ->> 'expectedEdits' is null then 0 else 1 end
       where t.org_id = v_tender.org_id and t.id = v_id returning t.* into v_tender;
     insert into tendering.tender_private as x (org_id, tender_id, internal_note, cost_reference, budget, ship_to_site, source, created_by)
       select v_tender.org_id, v_id, o."internalNote", o."costReference", o.budget, o."shipToSite", coalesce(o.source, '{}'), o."createdBy"
       from jsonb_to_record(p -> 'private') as o ("internalNote" text, "costReference" text, budget numeric, "shipToSite" uuid, source jsonb, "createdBy" uuid)
       on conflict (org_id, tender_id) do update set internal_note = excluded.internal_note, cost_reference = excluded.cost_reference, budget = excluded.budget, ship_to_site = excluded.ship_to_site;
     delete from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_id;
     insert into tendering.lot (org_id, tender_id, id, shown, position, title)
       select v_tender.org_id, v_id, n.id, v_tender.shown, n.position, n.title from jsonb_to_recordset(p -> 'lots') as n (id uuid, position smallint, title text);
     perform tendering.write_lines(v_tender, p -> 'lines');
     return 'SAVED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.settle_opening(p_tender tendering.tender, p_lot tendering.lot)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_envelopes text[];
     v_last text;
   begin
     select s.envelopes, s.envelopes[cardinality(s.envelopes)] into v_envelopes, v_last from tendering.sealing s where s.org_id = p_tender.org_id and s.tender_id = p_tender.id;
     if not exists (select from tendering.half_release h where h.org_id = p_lot.org_id and h.lot_id = p_lot.id and h.round = p_lot.round and h.envelope = v_last)
       or exists (select from tendering.half_part x where x.org_id = p_lot.org_id and x.lot_id = p_lot.id and x.round = p_lot.round and x.envelope = v_last
         and not exists (select from tendering.envelope_opening o where o.org_id = x.org_id and o.bid_id = x.bid_id and o.envelope = v_last)) then return; end if;
     update tendering.lot_round r set bids_from = clock_timestamp() where r.org_id = p_lot.org_id and r.lot_id = p_lot.id and r.round = p_lot.round and r.bids_from is null and r.closed_at is not null;
     if not found then return; end if;
     perform tendering.log_tender(p_tender, 'BIDS_OPENED', jsonb_build_object('once', format('OPENED:%s:%s', p_lot.id, p_lot.round), 'detail', jsonb_build_object('lot', p_lot.id, 'round', p_lot.round)));
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.sign_award(p_award uuid, p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_award tendering.award;
     v_outcome text;
     v_id uuid := platform.uuid_v7();
   begin
     select a.* into v_award from tendering.award a where a.org_id = (select nullif(current_setting('app.org', true), '')::uuid) and a.id = p_award and a.makes = 'AGREEMENTS' and a.agreement_id is null and a.cancelled_at is null for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such award'; end if;
     v_outcome := supply.sign_awarded(jsonb_build_object('id', v_id, 'supplierId', v_award.counterparty_id, 'number', p ->> 'number', 'currency', v_award.currency, 'validFrom', p ->> 'validFrom', 'validTo', p ->> 'validTo',
       'paymentTerms', p ->> 'paymentTerms', 'incoterm', p ->> 'incoterm', 'edition', p ->> 'edition', 'place', p ->> 'place', 'award', p_award, 'items', (select jsonb_agg(jsonb_build_object('offerId', l.offer_id, 'price', l.price, 'basis', l.basis, 'unit', l.price_unit, 'breaks', l.breaks))
         from tendering.award_line l where l.org_id = v_award.org_id and l.award_id = p_award)));
     if v_outcome = 'SIGNED' then update tendering.award a set agreement_id = v_id where a.org_id = v_award.org_id and a.id = p_award; end if;
     return v_outcome;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.start_auction(p jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   declare
     v_tender tendering.tender := tendering.hold_tender((p ->> 'tenderId')::uuid, (p ->> 'expectedEdits')::integer);
     v_lot tendering.lot;
     v_id uuid := (p ->> 'id')::uuid;
     v_now timestamptz;
   begin
     select l.* into v_lot from tendering.lot l where l.org_id = v_tender.org_id and l.tender_id = v_tender.id and l.id = (p ->> 'lotId')::uuid for update;
     if not found then raise exception using errcode = 'EN404', message = 'no such lot'; end if;
     v_now := clock_timestamp();
     if v_tender.auction is null or v_tender.cancelled_at is not null or num_nonnulls(v_lot.awarded_at, v_lot.unsuccessful_at, v_lot.cancelled_at) > 0
       or not exists (select from tendering.lot_round r where r.org_id = v_lot.org_id and r.lot_id = v_lot.id and r.round = v_lot.round and r.closed_at is not null and r.bids_from <= v_now)
       or exists (select from tendering.award a where a.org_id = v_lot.org_id and a.tender_id = v_tender.id and a.lot_id = v_lot.id and a.cancelled_at is null) then return 'NOT_POSSIBLE'; end if;
     if exists (select from tendering.auction a where a.org_id = v_lot.org_id and a.lot_id = v_lot.id and a.voided_at is null) then return 'STANDS'; end if;
     if (p ->> 'opensAt')::timestamptz <= v_now then return 'OPENS_TOO_SOON'; end if;
     if exists (select from jsonb_to_recordset(p -> 'bidders') as n ("supplierId" uuid, "bidId" uuid)
       where not exists (select from tendering.bid b where b.org_id = n."supplierId" and b.id = n."bidId" and b.counterparty_id = v_lot.org_id and b.lot_id = v_lot.id and b.withdrawn_at is null)) then return 'NO_SUCH_BID'; end if;
     insert into tendering.auction (org_id, id, tender_id, lot_id, kind, terms, started_at, opens_at) values (v_lot.org_id, v_id, v_tender.id, v_lot.id, p ->> 'kind', p -> 'terms', v_now, (p ->> 'opensAt')::timestamptz);
     insert into tendering.auction_bidder (org_id, auction_id, counterparty_id, bid_id, label, coefficient, addition, first_amount)
       select v_lot.org_id, v_id, n."supplierId", n."bidId", n.label, n.coefficient, n.addition, n.first
       from jsonb_to_recordset(p -> 'bidders') as n ("supplierId" uuid, "bidId" uuid, label text, coefficient text, addition text, first numeric);
     insert into tendering.auction_head (org_id, auction_id, opening, hash, closes) values (v_lot.org_id, v_id, p ->> 'opening', encode(sha256(convert_to(p ->> 'opening', 'UTF8')), 'hex'), p -> 'closes');
     update tendering.tender t set edits = t.edits + 1 where t.org_id = v_tender.org_id and t.id = v_tender.id;
     perform tendering.log_tender(v_tender, 'AUCTION_STARTED', jsonb_build_object('member', p ->> 'member', 'detail', jsonb_build_object('lot', v_lot.id, 'auction', v_id, 'kind', p ->> 'kind', 'opensAt', p ->> 'opensAt')));
     perform platform.add_job_for(n."supplierId", 'tendering.tell-tender', jsonb_build_object('buyerId', v_tender.org_id, 'id', v_tender.id, 'kind', 'AUCTION_STARTED', 'detail', jsonb_build_object('lot', v_lot.id)))
       from jsonb_to_recordset(p -> 'bidders') as n ("supplierId" uuid);
     return 'STARTED';
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.tell_tender(p_tender tendering.tender, p_kind text, p_detail jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     perform platform.add_job_for(f.org_id, 'tendering.tell-tender', jsonb_build_object('buyerId', p_tender.org_id, 'id', p_tender.id, 'kind', p_kind, 'detail', p_detail))
       from tendering.follower f where f.tender_org = p_tender.org_id and f.tender_id = p_tender.id;
   end $function$
-- owner entrepot_definer
CREATE OR REPLACE FUNCTION tendering.tender_status(p_published timestamp with time zone, p_cancelled timestamp with time zone, p_lots text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
     select case when p_cancelled is not null then 'CANCELLED' when p_published is null then 'DRAFT'
       else coalesce((select s from unnest(array['BIDDING', 'ANNOUNCED', 'CLOSED', 'EVALUATION', 'AWARDED', 'UNSUCCESSFUL']) with ordinality as o (s, n) where s = any (p_lots) order by n limit 1), 'CANCELLED') end
   $function$
-- owner entrepot_owner
CREATE OR REPLACE FUNCTION tendering.write_lines(p_tender tendering.tender, p_lines jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
   begin
     insert into tendering.tender_line as l (org_id, tender_id, lot_id, id, shown, position, number, part_id, part_number, description, quantity, unit, need_by, ship_to, alternates_allowed, revision, target, target_basis)
       select p_tender.org_id, p_tender.id, n."lotId", n.id, p_tender.shown, n.position, n.number, n."partId", n."partNumber", n.description, n.quantity, n.unit, n."needBy", n."shipTo",
         n."alternatesAllowed", n.revision, case when n."targetShown" then n.target end, case when n."targetShown" then n."targetBasis" end
       from jsonb_to_recordset(p_lines) as n (id uuid, "lotId" uuid, position smallint, number text, "partId" uuid, "partNumber" text, description text, quantity numeric, unit text, "needBy" date, "shipTo" jsonb,
  "alternatesAllowed" boolean, revision text, target numeric, "targetBasis" numeric, "targetShown" boolean)
       on conflict (org_id, id) do update set description = excluded.description, quantity = excluded.quantity, need_by = excluded.need_by, ship_to = excluded.ship_to, alternates_allowed = excluded.alternates_allowed,
         revision = excluded.revision, target = excluded.target, target_basis = excluded.target_basis where l.tender_id = excluded.tender_id;
     delete from tendering.line_private p where p.org_id = p_tender.org_id and p.line_id in (select n.id from jsonb_to_recordset(p_lines) as n (id uuid));
     insert into tendering.line_private (org_id, line_id, target, target_basis)
       select p_tender.org_id, n.id, n.target, n."targetBasis" from jsonb_to_recordset(p_lines) as n (id uuid, "lotId" uuid, position smallint, number text, "partId" uuid, "partNumber" text, description text, quantity numeric, unit text, "needBy" date, "shipTo" jsonb,
  "alternatesAllowed" boolean, revision text, target numeric, "targetBasis" numeric, "targetShown" boolean) where n.target is not null and not n."targetShown";
   end $function$
-- owner entrepot_definer
grant USAGE on SCHEMA catalog to entrepot_app
grant USAGE on SCHEMA catalog to entrepot_definer
grant USAGE on SCHEMA catalog to entrepot_jobs
grant EXECUTE on FUNCTION catalog.alias_keys(text) to entrepot_app
grant EXECUTE on FUNCTION catalog.alias_keys(text) to entrepot_definer
grant EXECUTE on FUNCTION catalog.application_fit(jsonb,text,integer,text[]) to entrepot_app
grant EXECUTE on FUNCTION catalog.approval_basis(text) to entrepot_app
grant EXECUTE on FUNCTION catalog.approval_basis(text) to entrepot_definer
grant EXECUTE on FUNCTION catalog.change_manufacturer(uuid,jsonb,integer) to entrepot_app
grant DELETE on TABLE catalog.class_mapping to entrepot_definer
grant INSERT on TABLE catalog.class_mapping to entrepot_definer
grant SELECT on TABLE catalog.class_mapping to entrepot_app
grant SELECT on TABLE catalog.class_mapping to entrepot_definer
grant UPDATE on TABLE catalog.class_mapping to entrepot_definer
grant EXECUTE on FUNCTION catalog.class_tree(uuid[],text[]) to entrepot_app
grant EXECUTE on FUNCTION catalog.class_tree(uuid[],text[]) to entrepot_definer
grant EXECUTE on FUNCTION catalog.classes_below(text) to entrepot_app
grant EXECUTE on FUNCTION catalog.classes_below(text) to entrepot_definer
grant DELETE on TABLE catalog.classification to entrepot_definer
grant INSERT on TABLE catalog.classification to entrepot_definer
grant SELECT on TABLE catalog.classification to entrepot_app
grant SELECT on TABLE catalog.classification to entrepot_definer
grant UPDATE on TABLE catalog.classification to entrepot_definer
grant DELETE on TABLE catalog.classification_release to entrepot_definer
grant INSERT on TABLE catalog.classification_release to entrepot_definer
grant SELECT on TABLE catalog.classification_release to entrepot_app
grant SELECT on TABLE catalog.classification_release to entrepot_definer
grant UPDATE on TABLE catalog.classification_release to entrepot_definer
grant DELETE on TABLE catalog.common_alias to entrepot_definer
grant INSERT on TABLE catalog.common_alias to entrepot_definer
grant SELECT on TABLE catalog.common_alias to entrepot_app
grant SELECT on TABLE catalog.common_alias to entrepot_definer
grant UPDATE on TABLE catalog.common_alias to entrepot_definer
grant EXECUTE on FUNCTION catalog.end_common_alias(uuid) to entrepot_app
grant EXECUTE on FUNCTION catalog.han_pairs(text) to entrepot_app
grant EXECUTE on FUNCTION catalog.han_pairs(text) to entrepot_definer
grant EXECUTE on FUNCTION catalog.han_pairs(text) to entrepot_jobs
grant EXECUTE on FUNCTION catalog.identify_parts(uuid) to entrepot_app
grant DELETE on TABLE catalog.identity_correction to entrepot_definer
grant INSERT on TABLE catalog.identity_correction to entrepot_definer
grant SELECT on TABLE catalog.identity_correction to entrepot_app
grant SELECT on TABLE catalog.identity_correction to entrepot_definer
grant UPDATE on TABLE catalog.identity_correction to entrepot_definer
grant SELECT on TABLE catalog.interchange_approval to entrepot_app
grant SELECT on TABLE catalog.interchange_approval to entrepot_definer
grant INSERT on COLUMN catalog.interchange_approval.approved_by to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.fleet to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.id to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.kind to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.link_id to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.link_org to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.maker_id to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.note to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.org_id to entrepot_app
grant UPDATE on COLUMN catalog.interchange_approval.revoked_at to entrepot_app
grant UPDATE on COLUMN catalog.interchange_approval.revoked_reason to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.valid_from to entrepot_app
grant INSERT on COLUMN catalog.interchange_approval.valid_to to entrepot_app
grant DELETE on TABLE catalog.interchange_code to entrepot_definer
grant INSERT on TABLE catalog.interchange_code to entrepot_definer
grant SELECT on TABLE catalog.interchange_code to entrepot_app
grant SELECT on TABLE catalog.interchange_code to entrepot_definer
grant UPDATE on TABLE catalog.interchange_code to entrepot_definer
grant SELECT on TABLE catalog.interchange_link to entrepot_app
grant SELECT on TABLE catalog.interchange_link to entrepot_definer
grant INSERT on COLUMN catalog.interchange_link.applicability to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.asserted_as to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.asserted_by to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.authority to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.class to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.code to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.code_version to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.counts_at_once to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.effect to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.effective_from to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.effective_to to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.from_part to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.id to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.maker_id to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.meaning to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.org_id to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.remark to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.set_number to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.set_size to entrepot_app
grant INSERT on COLUMN catalog.interchange_link.to_part to entrepot_app
grant UPDATE on COLUMN catalog.interchange_link.withdrawn_at to entrepot_app
grant UPDATE on COLUMN catalog.interchange_link.withdrawn_reason to entrepot_app
grant INSERT on TABLE catalog.interchange_member to entrepot_app
grant SELECT on TABLE catalog.interchange_member to entrepot_app
grant SELECT on TABLE catalog.interchange_member to entrepot_definer
grant EXECUTE on FUNCTION catalog.link_standing(uuid,uuid,uuid) to entrepot_app
grant EXECUTE on FUNCTION catalog.load_class_mapping(jsonb,jsonb) to entrepot_app
grant EXECUTE on FUNCTION catalog.load_classification(jsonb,jsonb) to entrepot_app
grant INSERT on TABLE catalog.manufacturer to entrepot_definer
grant SELECT on TABLE catalog.manufacturer to entrepot_app
grant SELECT on TABLE catalog.manufacturer to entrepot_definer
grant UPDATE on TABLE catalog.manufacturer to entrepot_definer
grant INSERT on TABLE catalog.manufacturer_alias to entrepot_definer
grant SELECT on TABLE catalog.manufacturer_alias to entrepot_app
grant SELECT on TABLE catalog.manufacturer_alias to entrepot_definer
grant UPDATE on TABLE catalog.manufacturer_alias to entrepot_definer
grant DELETE on TABLE catalog.manufacturer_merge to entrepot_definer
grant INSERT on TABLE catalog.manufacturer_merge to entrepot_definer
grant SELECT on TABLE catalog.manufacturer_merge to entrepot_app
grant SELECT on TABLE catalog.manufacturer_merge to entrepot_definer
grant UPDATE on TABLE catalog.manufacturer_merge to entrepot_definer
grant EXECUTE on FUNCTION catalog.merge_manufacturers(uuid,uuid,text) to entrepot_app
grant EXECUTE on FUNCTION catalog.merge_parts(uuid,uuid,text) to entrepot_app
grant EXECUTE on FUNCTION catalog.name_manufacturer(uuid,text,boolean) to entrepot_app
grant DELETE on TABLE catalog.part to entrepot_definer
grant INSERT on TABLE catalog.part to entrepot_definer
grant SELECT on TABLE catalog.part to entrepot_app
grant SELECT on TABLE catalog.part to entrepot_definer
grant UPDATE on TABLE catalog.part to entrepot_definer
grant DELETE on TABLE catalog.part_alias to entrepot_app
grant INSERT on TABLE catalog.part_alias to entrepot_app
grant SELECT on TABLE catalog.part_alias to entrepot_app
grant UPDATE on TABLE catalog.part_alias to entrepot_app
grant DELETE on TABLE catalog.part_content to entrepot_app
grant INSERT on TABLE catalog.part_content to entrepot_app
grant SELECT on TABLE catalog.part_content to entrepot_app
grant SELECT on TABLE catalog.part_content to entrepot_definer
grant UPDATE on COLUMN catalog.part_content.alt to entrepot_app
grant SELECT on COLUMN catalog.part_content.checked_at to entrepot_jobs
grant UPDATE on COLUMN catalog.part_content.checked_at to entrepot_app
grant SELECT on COLUMN catalog.part_content.id to entrepot_jobs
grant SELECT on COLUMN catalog.part_content.link to entrepot_jobs
grant UPDATE on COLUMN catalog.part_content.link to entrepot_app
grant SELECT on COLUMN catalog.part_content.link_state to entrepot_jobs
grant UPDATE on COLUMN catalog.part_content.link_state to entrepot_app
grant UPDATE on COLUMN catalog.part_content.link_status to entrepot_app
grant UPDATE on COLUMN catalog.part_content.media_type to entrepot_app
grant UPDATE on COLUMN catalog.part_content.name to entrepot_app
grant SELECT on COLUMN catalog.part_content.org_id to entrepot_jobs
grant UPDATE on COLUMN catalog.part_content.sha256 to entrepot_app
grant UPDATE on COLUMN catalog.part_content.size to entrepot_app
grant UPDATE on COLUMN catalog.part_content.title to entrepot_app
grant EXECUTE on FUNCTION catalog.part_key(text) to entrepot_app
grant EXECUTE on FUNCTION catalog.part_key(text) to entrepot_definer
grant EXECUTE on FUNCTION catalog.part_key(text) to entrepot_jobs
grant DELETE on TABLE catalog.part_search to entrepot_definer
grant INSERT on TABLE catalog.part_search to entrepot_definer
grant SELECT on TABLE catalog.part_search to entrepot_app
grant SELECT on TABLE catalog.part_search to entrepot_definer
grant UPDATE on TABLE catalog.part_search to entrepot_definer
grant EXECUTE on FUNCTION catalog.read_alternatives(uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION catalog.read_numbers(uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION catalog.sale_blocks(uuid[]) to entrepot_app
grant EXECUTE on FUNCTION catalog.save_common_aliases(jsonb) to entrepot_app
grant EXECUTE on FUNCTION catalog.search_words(text) to entrepot_app
grant EXECUTE on FUNCTION catalog.search_words(text) to entrepot_definer
grant EXECUTE on FUNCTION catalog.search_words(text) to entrepot_jobs
grant EXECUTE on FUNCTION catalog.split_part(uuid,uuid,jsonb,text) to entrepot_app
grant EXECUTE on FUNCTION catalog.undo_correction(uuid,text) to entrepot_app
grant EXECUTE on FUNCTION catalog.undo_manufacturer_merge(uuid,text) to entrepot_app
grant EXECUTE on FUNCTION catalog.word_parts(uuid) to entrepot_app
grant USAGE on SCHEMA engagement to entrepot_app
grant USAGE on SCHEMA engagement to entrepot_definer
grant USAGE on SCHEMA engagement to entrepot_jobs
grant USAGE on SCHEMA exchange to entrepot_app
grant USAGE on SCHEMA exchange to entrepot_definer
grant USAGE on SCHEMA exchange to entrepot_jobs
grant INSERT on TABLE exchange.delivery_attempt to entrepot_app
grant SELECT on TABLE exchange.delivery_attempt to entrepot_app
grant DELETE on TABLE exchange.document to entrepot_app
grant INSERT on TABLE exchange.document to entrepot_app
grant SELECT on TABLE exchange.document to entrepot_app
grant UPDATE on TABLE exchange.document to entrepot_app
grant INSERT on TABLE exchange.message to entrepot_app
grant SELECT on TABLE exchange.message to entrepot_app
grant UPDATE on TABLE exchange.message to entrepot_app
grant SELECT on COLUMN exchange.message.created_at to entrepot_jobs
grant SELECT on COLUMN exchange.message.direction to entrepot_jobs
grant SELECT on COLUMN exchange.message.id to entrepot_jobs
grant SELECT on COLUMN exchange.message.org_id to entrepot_jobs
grant SELECT on COLUMN exchange.message.state to entrepot_jobs
grant SELECT on COLUMN exchange.message.tries to entrepot_jobs
grant INSERT on TABLE exchange.message_body to entrepot_app
grant SELECT on TABLE exchange.message_body to entrepot_app
grant DELETE on TABLE exchange.partner_identity to entrepot_app
grant INSERT on TABLE exchange.partner_identity to entrepot_app
grant SELECT on TABLE exchange.partner_identity to entrepot_app
grant UPDATE on TABLE exchange.partner_identity to entrepot_app
grant DELETE on TABLE exchange.partner_profile to entrepot_app
grant INSERT on TABLE exchange.partner_profile to entrepot_app
grant SELECT on TABLE exchange.partner_profile to entrepot_app
grant UPDATE on TABLE exchange.partner_profile to entrepot_app
grant SELECT on COLUMN exchange.partner_profile.id to entrepot_jobs
grant SELECT on COLUMN exchange.partner_profile.org_id to entrepot_jobs
grant SELECT on COLUMN exchange.partner_profile.status to entrepot_jobs
grant SELECT on COLUMN exchange.partner_profile.transport to entrepot_jobs
grant USAGE on SCHEMA organizations to entrepot_app
grant USAGE on SCHEMA organizations to entrepot_definer
grant USAGE on SCHEMA organizations to entrepot_jobs
grant EXECUTE on FUNCTION organizations.acts_as_operator() to entrepot_app
grant EXECUTE on FUNCTION organizations.admit_member(uuid,uuid,text,text,text,text,text[] to entrepot_app
grant INSERT on TABLE organizations.api_key to entrepot_app
grant SELECT on TABLE organizations.api_key to entrepot_app
grant SELECT on TABLE organizations.api_key to entrepot_definer
grant UPDATE on COLUMN organizations.api_key.last_used_at to entrepot_app
grant UPDATE on COLUMN organizations.api_key.revoked_at to entrepot_app
grant INSERT on TABLE organizations.api_key_secret to entrepot_definer
grant SELECT on TABLE organizations.api_key_secret to entrepot_definer
grant INSERT on TABLE organizations.break_glass to entrepot_definer
grant SELECT on TABLE organizations.break_glass to entrepot_definer
grant UPDATE on COLUMN organizations.break_glass.closed_at to entrepot_definer
grant EXECUTE on FUNCTION organizations.break_glass_history() to entrepot_app
grant EXECUTE on FUNCTION organizations.change_organization(uuid,jsonb,integer) to entrepot_app
grant EXECUTE on FUNCTION organizations.change_password(uuid,text,text) to entrepot_app
grant EXECUTE on FUNCTION organizations.close_break_glass(uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.confirm_email_change(bytea) to entrepot_app
grant EXECUTE on FUNCTION organizations.credentials_of(text,bytea[]) to entrepot_app
grant INSERT on TABLE organizations.default_role to entrepot_definer
grant SELECT on TABLE organizations.default_role to entrepot_app
grant SELECT on TABLE organizations.default_role to entrepot_definer
grant UPDATE on COLUMN organizations.default_role.permissions to entrepot_definer
grant EXECUTE on FUNCTION organizations.end_membership(uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.find_api_key(text) to entrepot_app
grant EXECUTE on FUNCTION organizations.find_link(bytea,text) to entrepot_app
grant EXECUTE on FUNCTION organizations.found_organization(uuid,jsonb) to entrepot_app
grant INSERT on TABLE organizations.invitation to entrepot_app
grant SELECT on TABLE organizations.invitation to entrepot_app
grant UPDATE on COLUMN organizations.invitation.status to entrepot_app
grant EXECUTE on FUNCTION organizations.issue_password_reset(text,bytea,interval) to entrepot_app
grant DELETE on TABLE organizations.known_place to entrepot_definer
grant INSERT on TABLE organizations.known_place to entrepot_definer
grant SELECT on TABLE organizations.known_place to entrepot_definer
grant UPDATE on COLUMN organizations.known_place.seen_at to entrepot_definer
grant EXECUTE on FUNCTION organizations.load_actor(text,uuid,uuid) to entrepot_app
grant INSERT on TABLE organizations.member to entrepot_definer
grant SELECT on TABLE organizations.member to entrepot_app
grant SELECT on TABLE organizations.member to entrepot_definer
grant UPDATE on COLUMN organizations.member.email to entrepot_definer
grant UPDATE on COLUMN organizations.member.joined_at to entrepot_definer
grant UPDATE on COLUMN organizations.member.left_at to entrepot_definer
grant UPDATE on COLUMN organizations.member.name to entrepot_definer
grant UPDATE on COLUMN organizations.member.roles to entrepot_app
grant UPDATE on COLUMN organizations.member.roles to entrepot_definer
grant UPDATE on COLUMN organizations.member.status to entrepot_definer
grant UPDATE on COLUMN organizations.member.version to entrepot_app
grant UPDATE on COLUMN organizations.member.version to entrepot_definer
grant EXECUTE on FUNCTION organizations.member_counts(uuid[]) to entrepot_app
grant DELETE on TABLE organizations.membership to entrepot_definer
grant INSERT on TABLE organizations.membership to entrepot_definer
grant SELECT on TABLE organizations.membership to entrepot_definer
grant UPDATE on COLUMN organizations.membership.member_id to entrepot_definer
grant EXECUTE on FUNCTION organizations.memberships_of(uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.move_partnership(uuid,uuid,text,integer) to entrepot_app
grant EXECUTE on FUNCTION organizations.note_places(uuid,bytea[]) to entrepot_app
grant DELETE on TABLE organizations.one_time_token to entrepot_definer
grant INSERT on TABLE organizations.one_time_token to entrepot_definer
grant SELECT on TABLE organizations.one_time_token to entrepot_definer
grant UPDATE on COLUMN organizations.one_time_token.used_at to entrepot_definer
grant EXECUTE on FUNCTION organizations.open_break_glass(uuid,uuid,uuid,uuid,text,interva to entrepot_app
grant EXECUTE on FUNCTION organizations.open_session(uuid,uuid,bytea,interval,interval,te to entrepot_app
grant INSERT on TABLE organizations.organization to entrepot_definer
grant SELECT on TABLE organizations.organization to entrepot_app
grant SELECT on TABLE organizations.organization to entrepot_definer
grant UPDATE on COLUMN organizations.organization.cage to entrepot_definer
grant UPDATE on COLUMN organizations.organization.country to entrepot_definer
grant UPDATE on COLUMN organizations.organization.currency to entrepot_definer
grant UPDATE on COLUMN organizations.organization.duns to entrepot_definer
grant UPDATE on COLUMN organizations.organization.gln to entrepot_definer
grant UPDATE on COLUMN organizations.organization.name to entrepot_definer
grant UPDATE on COLUMN organizations.organization.peppol_id to entrepot_definer
grant UPDATE on COLUMN organizations.organization.roles to entrepot_definer
grant UPDATE on COLUMN organizations.organization.status to entrepot_definer
grant UPDATE on COLUMN organizations.organization.version to entrepot_definer
grant INSERT on TABLE organizations.partnership to entrepot_definer
grant SELECT on TABLE organizations.partnership to entrepot_app
grant SELECT on TABLE organizations.partnership to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.account_number to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.changed_at to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.delivery_terms to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.payment_terms to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.proposed_by to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.status to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.suspended_by to entrepot_definer
grant UPDATE on COLUMN organizations.partnership.version to entrepot_definer
grant INSERT on TABLE organizations.partnership_tolerance to entrepot_app
grant SELECT on TABLE organizations.partnership_tolerance to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.currency to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.days_early to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.days_late to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.pack_rounding to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.price_absolute to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.price_percent to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.quantity_percent to entrepot_app
grant UPDATE on COLUMN organizations.partnership_tolerance.version to entrepot_app
grant EXECUTE on FUNCTION organizations.permissions_of(text[],text[]) to entrepot_app
grant EXECUTE on FUNCTION organizations.permissions_of(text[],text[]) to entrepot_definer
grant INSERT on TABLE organizations.person to entrepot_definer
grant SELECT on TABLE organizations.person to entrepot_definer
grant UPDATE on COLUMN organizations.person.email to entrepot_definer
grant UPDATE on COLUMN organizations.person.locale to entrepot_definer
grant UPDATE on COLUMN organizations.person.name to entrepot_definer
grant UPDATE on COLUMN organizations.person.password_changed_at to entrepot_definer
grant UPDATE on COLUMN organizations.person.password_hash to entrepot_definer
grant UPDATE on COLUMN organizations.person.status to entrepot_definer
grant UPDATE on COLUMN organizations.person.version to entrepot_definer
grant EXECUTE on FUNCTION organizations.person_by_id(uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.propose_partnership(uuid,uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION organizations.purge() to entrepot_jobs
grant EXECUTE on FUNCTION organizations.put_invitation_link(bytea,uuid,interval) to entrepot_app
grant EXECUTE on FUNCTION organizations.refresh_member(uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.request_email_change(uuid,text,bytea,interval) to entrepot_app
grant EXECUTE on FUNCTION organizations.request_password_reset(text) to entrepot_app
grant EXECUTE on FUNCTION organizations.reset_password(bytea,text) to entrepot_app
grant EXECUTE on FUNCTION organizations.revoke_session(uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.revoke_session_by_token(bytea) to entrepot_app
grant DELETE on TABLE organizations.role to entrepot_app
grant INSERT on TABLE organizations.role to entrepot_app
grant SELECT on TABLE organizations.role to entrepot_app
grant SELECT on TABLE organizations.role to entrepot_definer
grant UPDATE on COLUMN organizations.role.permissions to entrepot_app
grant UPDATE on COLUMN organizations.role.version to entrepot_app
grant EXECUTE on FUNCTION organizations.rotate_session(bytea,bytea,interval) to entrepot_app
grant DELETE on TABLE organizations.session to entrepot_definer
grant INSERT on TABLE organizations.session to entrepot_definer
grant SELECT on TABLE organizations.session to entrepot_definer
grant UPDATE on COLUMN organizations.session.revoked_at to entrepot_definer
grant DELETE on TABLE organizations.session_token to entrepot_definer
grant INSERT on TABLE organizations.session_token to entrepot_definer
grant SELECT on TABLE organizations.session_token to entrepot_definer
grant UPDATE on COLUMN organizations.session_token.used_at to entrepot_definer
grant EXECUTE on FUNCTION organizations.set_organization_status(uuid,text) to entrepot_app
grant INSERT on TABLE organizations.site to entrepot_app
grant SELECT on TABLE organizations.site to entrepot_app
grant UPDATE on COLUMN organizations.site.address to entrepot_app
grant UPDATE on COLUMN organizations.site.code to entrepot_app
grant UPDATE on COLUMN organizations.site.gln to entrepot_app
grant UPDATE on COLUMN organizations.site.kinds to entrepot_app
grant UPDATE on COLUMN organizations.site.name to entrepot_app
grant UPDATE on COLUMN organizations.site.status to entrepot_app
grant UPDATE on COLUMN organizations.site.version to entrepot_app
grant EXECUTE on FUNCTION organizations.store_api_key_secret(uuid,text,bytea) to entrepot_app
grant EXECUTE on FUNCTION organizations.tell(text,uuid,uuid) to entrepot_app
grant EXECUTE on FUNCTION organizations.tell(text,uuid,uuid) to entrepot_definer
grant EXECUTE on FUNCTION organizations.use_link(bytea,text) to entrepot_app
grant USAGE on SCHEMA platform to entrepot_app
grant USAGE on SCHEMA platform to entrepot_definer
grant USAGE on SCHEMA platform to entrepot_jobs
grant EXECUTE on FUNCTION platform.acting_org() to entrepot_app
grant EXECUTE on FUNCTION platform.acting_org() to entrepot_definer
grant EXECUTE on FUNCTION platform.acting_org() to entrepot_jobs
grant EXECUTE on FUNCTION platform.add_job(text,jsonb,text,timestamp with time zone,integ to entrepot_app
grant EXECUTE on FUNCTION platform.add_job_for(uuid,text,jsonb,text,timestamp with time z to entrepot_definer
grant INSERT on TABLE platform.audit_event to entrepot_app
grant SELECT on TABLE platform.audit_event to entrepot_app
grant INSERT on TABLE platform.counter to entrepot_app
grant SELECT on TABLE platform.counter to entrepot_app
grant UPDATE on TABLE platform.counter to entrepot_app
grant DELETE on TABLE platform.file to entrepot_app
grant INSERT on TABLE platform.file to entrepot_app
grant SELECT on TABLE platform.file to entrepot_app
grant DELETE on TABLE platform.idempotency_key to entrepot_jobs
grant INSERT on TABLE platform.idempotency_key to entrepot_app
grant SELECT on TABLE platform.idempotency_key to entrepot_app
grant SELECT on COLUMN platform.idempotency_key.created_at to entrepot_jobs
grant UPDATE on COLUMN platform.idempotency_key.response to entrepot_app
grant DELETE on TABLE platform.job_fence to entrepot_jobs
grant INSERT on TABLE platform.job_fence to entrepot_app
grant SELECT on TABLE platform.job_fence to entrepot_app
grant UPDATE on TABLE platform.job_fence to entrepot_app
grant SELECT on COLUMN platform.job_fence.done_at to entrepot_jobs
grant DELETE on TABLE platform.mail to entrepot_definer
grant INSERT on TABLE platform.mail to entrepot_definer
grant SELECT on TABLE platform.mail to entrepot_definer
grant UPDATE on TABLE platform.mail to entrepot_definer
grant EXECUTE on FUNCTION platform.next_number(text) to entrepot_app
grant EXECUTE on FUNCTION platform.queue_mail(text,text,text,text) to entrepot_app
grant EXECUTE on FUNCTION platform.read_outbox(uuid,integer) to entrepot_app
grant EXECUTE on FUNCTION platform.settle_mail(uuid,text,text) to entrepot_app
grant EXECUTE on FUNCTION platform.take_mail(uuid) to entrepot_app
grant DELETE on TABLE platform.throttle to entrepot_jobs
grant INSERT on TABLE platform.throttle to entrepot_jobs
grant SELECT on TABLE platform.throttle to entrepot_jobs
grant UPDATE on TABLE platform.throttle to entrepot_jobs
grant EXECUTE on FUNCTION platform.uuid_v7() to entrepot_app
grant EXECUTE on FUNCTION platform.uuid_v7() to entrepot_definer
grant EXECUTE on FUNCTION platform.uuid_v7() to entrepot_jobs
grant DELETE on TABLE platform.worker_beat to entrepot_jobs
grant INSERT on TABLE platform.worker_beat to entrepot_jobs
grant SELECT on TABLE platform.worker_beat to entrepot_jobs
grant UPDATE on TABLE platform.worker_beat to entrepot_jobs
grant USAGE on SCHEMA procurement to entrepot_app
grant USAGE on SCHEMA procurement to entrepot_definer
grant USAGE on SCHEMA procurement to entrepot_jobs
grant INSERT on TABLE procurement.alternates_consent to entrepot_app
grant SELECT on TABLE procurement.alternates_consent to entrepot_app
grant SELECT on TABLE procurement.alternates_consent to entrepot_definer
grant UPDATE on COLUMN procurement.alternates_consent.given_at to entrepot_app
grant UPDATE on COLUMN procurement.alternates_consent.given_by to entrepot_app
grant UPDATE on COLUMN procurement.alternates_consent.level to entrepot_app
grant EXECUTE on FUNCTION procurement.amend_order(uuid,uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION procurement.amount_of(uuid,uuid,uuid,boolean) to entrepot_app
grant EXECUTE on FUNCTION procurement.amount_of(uuid,uuid,uuid,boolean) to entrepot_definer
grant EXECUTE on FUNCTION procurement.announce_placed(uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.announce_rotable(uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.announce_urgent(uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.answer_order(uuid,uuid,jsonb) to entrepot_app
grant DELETE on TABLE procurement.basket to entrepot_app
grant SELECT on TABLE procurement.basket to entrepot_app
grant UPDATE on COLUMN procurement.basket.changed_at to entrepot_app
grant INSERT on COLUMN procurement.basket.id to entrepot_app
grant INSERT on COLUMN procurement.basket.name to entrepot_app
grant UPDATE on COLUMN procurement.basket.name to entrepot_app
grant INSERT on COLUMN procurement.basket.org_id to entrepot_app
grant INSERT on COLUMN procurement.basket.owner_id to entrepot_app
grant UPDATE on COLUMN procurement.basket.version to entrepot_app
grant DELETE on TABLE procurement.basket_line to entrepot_app
grant INSERT on TABLE procurement.basket_line to entrepot_app
grant SELECT on TABLE procurement.basket_line to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.alternates_consent to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.budget_accepted to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.core_seen to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.ncnr_accepted to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.need_by to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.note to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.quantity to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.requires to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_amount to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_basis to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_currency to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_factor_den to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_factor_num to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_order_unit to entrepot_app
grant UPDATE on COLUMN procurement.basket_line.seen_unit to entrepot_app
grant SELECT on TABLE procurement.certificate_edge to entrepot_app
grant SELECT on TABLE procurement.certificate_edge to entrepot_definer
grant INSERT on TABLE procurement.certificate_file to entrepot_definer
grant SELECT on TABLE procurement.certificate_file to entrepot_app
grant SELECT on TABLE procurement.certificate_file to entrepot_definer
grant UPDATE on COLUMN procurement.certificate_file.checklist to entrepot_definer
grant UPDATE on COLUMN procurement.certificate_file.reason to entrepot_definer
grant UPDATE on COLUMN procurement.certificate_file.reviewed_at to entrepot_definer
grant UPDATE on COLUMN procurement.certificate_file.reviewed_by to entrepot_definer
grant UPDATE on COLUMN procurement.certificate_file.status to entrepot_definer
grant DELETE on TABLE procurement.certificate_need to entrepot_app
grant INSERT on TABLE procurement.certificate_need to entrepot_app
grant SELECT on TABLE procurement.certificate_need to entrepot_app
grant UPDATE on TABLE procurement.certificate_need to entrepot_app
grant EXECUTE on FUNCTION procurement.fire_rotable(uuid,uuid,timestamp with time zone) to entrepot_app
grant EXECUTE on FUNCTION procurement.fire_urgent(uuid,uuid,timestamp with time zone) to entrepot_app
grant SELECT on TABLE procurement.gate_check to entrepot_app
grant SELECT on TABLE procurement.gate_check to entrepot_definer
grant INSERT on COLUMN procurement.gate_check.certificate_id to entrepot_app
grant INSERT on COLUMN procurement.gate_check.code to entrepot_app
grant INSERT on COLUMN procurement.gate_check.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.gate_check.facts to entrepot_app
grant INSERT on COLUMN procurement.gate_check.kind to entrepot_app
grant INSERT on COLUMN procurement.gate_check.line_id to entrepot_app
grant INSERT on COLUMN procurement.gate_check.order_id to entrepot_app
grant INSERT on COLUMN procurement.gate_check.org_id to entrepot_app
grant INSERT on COLUMN procurement.gate_check.reason to entrepot_app
grant UPDATE on COLUMN procurement.gate_check.release_reason to entrepot_definer
grant UPDATE on COLUMN procurement.gate_check.released_at to entrepot_definer
grant UPDATE on COLUMN procurement.gate_check.released_by to entrepot_definer
grant INSERT on COLUMN procurement.gate_check.releaser to entrepot_app
grant INSERT on COLUMN procurement.gate_check.result to entrepot_app
grant INSERT on COLUMN procurement.gate_check.rule_id to entrepot_app
grant INSERT on COLUMN procurement.gate_check.rule_org to entrepot_app
grant INSERT on COLUMN procurement.gate_check.sentence to entrepot_app
grant INSERT on COLUMN procurement.gate_check.status to entrepot_app
grant UPDATE on COLUMN procurement.gate_check.status to entrepot_definer
grant INSERT on COLUMN procurement.gate_check.version to entrepot_app
grant SELECT on TABLE procurement.gate_rule to entrepot_app
grant SELECT on TABLE procurement.gate_rule to entrepot_definer
grant INSERT on COLUMN procurement.gate_rule.code to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.conditions to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.document to entrepot_app
grant UPDATE on COLUMN procurement.gate_rule.ended_at to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.id to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.kind to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.made_by to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.org_id to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.outcome to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.provider to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.releaser to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.sentence to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.speaks_for to entrepot_app
grant INSERT on COLUMN procurement.gate_rule.version to entrepot_app
grant EXECUTE on FUNCTION procurement.issue_watch_mail(bytea,uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.key_watch(uuid,text[]) to entrepot_app
grant SELECT on TABLE procurement.line_certificate to entrepot_app
grant SELECT on TABLE procurement.line_certificate to entrepot_definer
grant INSERT on COLUMN procurement.line_certificate.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.dual_release to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.id to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.kind to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.line_id to entrepot_app
grant UPDATE on COLUMN procurement.line_certificate.moved_at to entrepot_definer
grant UPDATE on COLUMN procurement.line_certificate.moved_by to entrepot_definer
grant INSERT on COLUMN procurement.line_certificate.order_id to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.org_id to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.provider to entrepot_app
grant UPDATE on COLUMN procurement.line_certificate.reason to entrepot_definer
grant INSERT on COLUMN procurement.line_certificate.source to entrepot_app
grant INSERT on COLUMN procurement.line_certificate.status to entrepot_app
grant UPDATE on COLUMN procurement.line_certificate.status to entrepot_definer
grant UPDATE on COLUMN procurement.line_certificate.version to entrepot_definer
grant EXECUTE on FUNCTION procurement.lock_order(uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.move_certificate(uuid,uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION procurement.move_rotable(uuid,uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION procurement.move_urgent(uuid,uuid,jsonb) to entrepot_app
grant INSERT on TABLE procurement.order_event to entrepot_definer
grant SELECT on TABLE procurement.order_event to entrepot_app
grant SELECT on TABLE procurement.order_event to entrepot_definer
grant INSERT on COLUMN procurement.order_event.actor_member to entrepot_app
grant INSERT on COLUMN procurement.order_event.actor_org to entrepot_app
grant INSERT on COLUMN procurement.order_event.channel to entrepot_app
grant INSERT on COLUMN procurement.order_event.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.order_event.detail to entrepot_app
grant INSERT on COLUMN procurement.order_event.kind to entrepot_app
grant INSERT on COLUMN procurement.order_event.order_id to entrepot_app
grant INSERT on COLUMN procurement.order_event.org_id to entrepot_app
grant INSERT on COLUMN procurement.order_event.seq to entrepot_app
grant SELECT on TABLE procurement.order_line to entrepot_app
grant SELECT on TABLE procurement.order_line to entrepot_definer
grant INSERT on COLUMN procurement.order_line."position" to entrepot_app
grant INSERT on COLUMN procurement.order_line.buyer_part to entrepot_app
grant INSERT on COLUMN procurement.order_line.cancel_days to entrepot_app
grant INSERT on COLUMN procurement.order_line.charges to entrepot_app
grant INSERT on COLUMN procurement.order_line.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.order_line.description to entrepot_app
grant INSERT on COLUMN procurement.order_line.exact_amount to entrepot_app
grant INSERT on COLUMN procurement.order_line.exact_quantity to entrepot_app
grant INSERT on COLUMN procurement.order_line.factor_den to entrepot_app
grant INSERT on COLUMN procurement.order_line.factor_num to entrepot_app
grant INSERT on COLUMN procurement.order_line.id to entrepot_app
grant INSERT on COLUMN procurement.order_line.lead_days to entrepot_app
grant INSERT on COLUMN procurement.order_line.line_amount to entrepot_app
grant UPDATE on COLUMN procurement.order_line.line_amount to entrepot_definer
grant INSERT on COLUMN procurement.order_line.live_amount to entrepot_app
grant UPDATE on COLUMN procurement.order_line.live_amount to entrepot_definer
grant INSERT on COLUMN procurement.order_line.manufacturer to entrepot_app
grant INSERT on COLUMN procurement.order_line.manufacturer_code to entrepot_app
grant INSERT on COLUMN procurement.order_line.manufacturer_part to entrepot_app
grant INSERT on COLUMN procurement.order_line.minimum to entrepot_app
grant INSERT on COLUMN procurement.order_line.multiple to entrepot_app
grant INSERT on COLUMN procurement.order_line.ncnr to entrepot_app
grant INSERT on COLUMN procurement.order_line.need_by to entrepot_app
grant UPDATE on COLUMN procurement.order_line.need_by to entrepot_definer
grant INSERT on COLUMN procurement.order_line.note to entrepot_app
grant INSERT on COLUMN procurement.order_line.number to entrepot_app
grant INSERT on COLUMN procurement.order_line.offer_id to entrepot_app
grant INSERT on COLUMN procurement.order_line.order_id to entrepot_app
grant INSERT on COLUMN procurement.order_line.order_unit to entrepot_app
grant INSERT on COLUMN procurement.order_line.org_id to entrepot_app
grant INSERT on COLUMN procurement.order_line.part_id to entrepot_app
grant INSERT on COLUMN procurement.order_line.price_amount to entrepot_app
grant INSERT on COLUMN procurement.order_line.price_basis to entrepot_app
grant INSERT on COLUMN procurement.order_line.price_source to entrepot_app
grant INSERT on COLUMN procurement.order_line.price_type to entrepot_app
grant INSERT on COLUMN procurement.order_line.price_unit to entrepot_app
grant INSERT on COLUMN procurement.order_line.quantity to entrepot_app
grant UPDATE on COLUMN procurement.order_line.quantity to entrepot_definer
grant INSERT on COLUMN procurement.order_line.raw_unit to entrepot_app
grant INSERT on COLUMN procurement.order_line.requires to entrepot_app
grant INSERT on COLUMN procurement.order_line.reserved to entrepot_app
grant UPDATE on COLUMN procurement.order_line.reserved to entrepot_definer
grant INSERT on COLUMN procurement.order_line.returnable_days to entrepot_app
grant INSERT on COLUMN procurement.order_line.revision to entrepot_app
grant INSERT on COLUMN procurement.order_line.supplier_part to entrepot_app
grant INSERT on TABLE procurement.order_private to entrepot_app
grant SELECT on TABLE procurement.order_private to entrepot_app
grant UPDATE on COLUMN procurement.order_private.cost_reference to entrepot_app
grant UPDATE on COLUMN procurement.order_private.internal_note to entrepot_app
grant EXECUTE on FUNCTION procurement.place_orders(jsonb) to entrepot_app
grant SELECT on TABLE procurement.priority to entrepot_app
grant SELECT on TABLE procurement.priority to entrepot_definer
grant DELETE on TABLE procurement.priority_contact to entrepot_app
grant INSERT on TABLE procurement.priority_contact to entrepot_app
grant SELECT on TABLE procurement.priority_contact to entrepot_app
grant UPDATE on TABLE procurement.priority_contact to entrepot_app
grant DELETE on TABLE procurement.priority_policy to entrepot_app
grant INSERT on TABLE procurement.priority_policy to entrepot_app
grant SELECT on TABLE procurement.priority_policy to entrepot_app
grant SELECT on TABLE procurement.priority_policy to entrepot_definer
grant UPDATE on TABLE procurement.priority_policy to entrepot_app
grant SELECT on TABLE procurement.purchase_order to entrepot_app
grant SELECT on TABLE procurement.purchase_order to entrepot_definer
grant UPDATE on COLUMN procurement.purchase_order.acknowledged_at to entrepot_definer
grant INSERT on COLUMN procurement.purchase_order.agreement_id to entrepot_app
grant UPDATE on COLUMN procurement.purchase_order.answered_at to entrepot_definer
grant INSERT on COLUMN procurement.purchase_order.bill_to to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.channel to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.charges to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.charges_total to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.counterparty_id to entrepot_app
grant SELECT on COLUMN procurement.purchase_order.counterparty_id to entrepot_jobs
grant INSERT on COLUMN procurement.purchase_order.currency to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.delivery_terms to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.id to entrepot_app
grant SELECT on COLUMN procurement.purchase_order.id to entrepot_jobs
grant INSERT on COLUMN procurement.purchase_order.live_total to entrepot_app
grant UPDATE on COLUMN procurement.purchase_order.live_total to entrepot_definer
grant INSERT on COLUMN procurement.purchase_order.minor_units to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.note to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.number to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.org_id to entrepot_app
grant SELECT on COLUMN procurement.purchase_order.org_id to entrepot_jobs
grant INSERT on COLUMN procurement.purchase_order.payment_terms to entrepot_app
grant SELECT on COLUMN procurement.purchase_order.placed_at to entrepot_jobs
grant INSERT on COLUMN procurement.purchase_order.requested_delivery to entrepot_app
grant INSERT on COLUMN procurement.purchase_order.ship_to to entrepot_app
grant SELECT on COLUMN procurement.purchase_order.status to entrepot_jobs
grant UPDATE on COLUMN procurement.purchase_order.status to entrepot_definer
grant UPDATE on COLUMN procurement.purchase_order.supplier_number to entrepot_definer
grant INSERT on COLUMN procurement.purchase_order.total to entrepot_app
grant UPDATE on COLUMN procurement.purchase_order.total to entrepot_definer
grant UPDATE on COLUMN procurement.purchase_order.version to entrepot_definer
grant EXECUTE on FUNCTION procurement.recover_urgent(uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.release_gate(uuid,uuid,uuid,jsonb) to entrepot_app
grant INSERT on TABLE procurement.rotable to entrepot_definer
grant SELECT on TABLE procurement.rotable to entrepot_app
grant SELECT on TABLE procurement.rotable to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.certificate to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.certificate_number to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.closed_at to entrepot_definer
grant INSERT on COLUMN procurement.rotable.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.rotable.currency to entrepot_app
grant INSERT on COLUMN procurement.rotable.description to entrepot_app
grant UPDATE on COLUMN procurement.rotable.disposition to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.due_at to entrepot_definer
grant INSERT on COLUMN procurement.rotable.fee to entrepot_app
grant UPDATE on COLUMN procurement.rotable.fee to entrepot_definer
grant INSERT on COLUMN procurement.rotable.fee_currency to entrepot_app
grant UPDATE on COLUMN procurement.rotable.findings to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.generation to entrepot_definer
grant INSERT on COLUMN procurement.rotable.id to entrepot_app
grant SELECT on COLUMN procurement.rotable.id to entrepot_jobs
grant INSERT on COLUMN procurement.rotable.in_open to entrepot_app
grant UPDATE on COLUMN procurement.rotable.in_open to entrepot_definer
grant INSERT on COLUMN procurement.rotable.in_part to entrepot_app
grant UPDATE on COLUMN procurement.rotable.in_part to entrepot_definer
grant INSERT on COLUMN procurement.rotable.in_serial to entrepot_app
grant UPDATE on COLUMN procurement.rotable.in_serial to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.in_waybill to entrepot_definer
grant INSERT on COLUMN procurement.rotable.kind to entrepot_app
grant UPDATE on COLUMN procurement.rotable.late_since to entrepot_definer
grant INSERT on COLUMN procurement.rotable.line_id to entrepot_app
grant INSERT on COLUMN procurement.rotable.note to entrepot_app
grant INSERT on COLUMN procurement.rotable.number to entrepot_app
grant INSERT on COLUMN procurement.rotable.offer_id to entrepot_app
grant INSERT on COLUMN procurement.rotable.opened_at to entrepot_app
grant INSERT on COLUMN procurement.rotable.order_id to entrepot_app
grant INSERT on COLUMN procurement.rotable.org_id to entrepot_app
grant SELECT on COLUMN procurement.rotable.org_id to entrepot_jobs
grant UPDATE on COLUMN procurement.rotable.out_serial to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.out_waybill to entrepot_definer
grant INSERT on COLUMN procurement.rotable.part_id to entrepot_app
grant INSERT on COLUMN procurement.rotable.part_number to entrepot_app
grant UPDATE on COLUMN procurement.rotable.quote_until to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.quoted to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.reason to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.reason_code to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.received_at to entrepot_definer
grant UPDATE on COLUMN procurement.rotable.sent_at to entrepot_definer
grant INSERT on COLUMN procurement.rotable.ship_to to entrepot_app
grant INSERT on COLUMN procurement.rotable.status to entrepot_app
grant UPDATE on COLUMN procurement.rotable.status to entrepot_definer
grant INSERT on COLUMN procurement.rotable.supplier_part to entrepot_app
grant INSERT on COLUMN procurement.rotable.terms to entrepot_app
grant INSERT on COLUMN procurement.rotable.unit to entrepot_app
grant UPDATE on COLUMN procurement.rotable.version to entrepot_definer
grant INSERT on TABLE procurement.rotable_charge to entrepot_definer
grant SELECT on TABLE procurement.rotable_charge to entrepot_app
grant SELECT on TABLE procurement.rotable_charge to entrepot_definer
grant INSERT on TABLE procurement.rotable_clock to entrepot_definer
grant SELECT on TABLE procurement.rotable_clock to entrepot_app
grant SELECT on TABLE procurement.rotable_clock to entrepot_definer
grant SELECT on COLUMN procurement.rotable_clock.due_at to entrepot_jobs
grant SELECT on COLUMN procurement.rotable_clock.fired_at to entrepot_jobs
grant UPDATE on COLUMN procurement.rotable_clock.fired_at to entrepot_definer
grant SELECT on COLUMN procurement.rotable_clock.org_id to entrepot_jobs
grant SELECT on COLUMN procurement.rotable_clock.rotable_id to entrepot_jobs
grant SELECT on COLUMN procurement.rotable_clock.settled_at to entrepot_jobs
grant UPDATE on COLUMN procurement.rotable_clock.settled_at to entrepot_definer
grant SELECT on TABLE procurement.rotable_edge to entrepot_app
grant SELECT on TABLE procurement.rotable_edge to entrepot_definer
grant INSERT on TABLE procurement.rotable_event to entrepot_app
grant INSERT on TABLE procurement.rotable_event to entrepot_definer
grant SELECT on TABLE procurement.rotable_event to entrepot_app
grant SELECT on TABLE procurement.rotable_event to entrepot_definer
grant INSERT on TABLE procurement.rotable_serial to entrepot_definer
grant SELECT on TABLE procurement.rotable_serial to entrepot_app
grant SELECT on TABLE procurement.rotable_serial to entrepot_definer
grant UPDATE on COLUMN procurement.rotable_serial.released_at to entrepot_definer
grant SELECT on TABLE procurement.schedule_edge to entrepot_app
grant SELECT on TABLE procurement.schedule_edge to entrepot_definer
grant INSERT on TABLE procurement.schedule_line to entrepot_definer
grant SELECT on TABLE procurement.schedule_line to entrepot_app
grant SELECT on TABLE procurement.schedule_line to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.base to entrepot_definer
grant INSERT on COLUMN procurement.schedule_line.counterparty_id to entrepot_app
grant UPDATE on COLUMN procurement.schedule_line.deliver_on to entrepot_definer
grant INSERT on COLUMN procurement.schedule_line.id to entrepot_app
grant INSERT on COLUMN procurement.schedule_line.line_id to entrepot_app
grant INSERT on COLUMN procurement.schedule_line.order_id to entrepot_app
grant INSERT on COLUMN procurement.schedule_line.org_id to entrepot_app
grant UPDATE on COLUMN procurement.schedule_line.price_amount to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.price_basis to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.proposal to entrepot_definer
grant INSERT on COLUMN procurement.schedule_line.quantity to entrepot_app
grant UPDATE on COLUMN procurement.schedule_line.quantity to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.raw_status to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.reason to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.request to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.ship_on to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.status to entrepot_definer
grant UPDATE on COLUMN procurement.schedule_line.substitute to entrepot_definer
grant EXECUTE on FUNCTION procurement.status_of(uuid,uuid) to entrepot_app
grant EXECUTE on FUNCTION procurement.status_of(uuid,uuid) to entrepot_definer
grant EXECUTE on FUNCTION procurement.stop_watch_mail(bytea) to entrepot_app
grant EXECUTE on FUNCTION procurement.take_watch_touches(integer) to entrepot_app
grant EXECUTE on FUNCTION procurement.touch_watched_parts() to entrepot_jobs
grant EXECUTE on FUNCTION procurement.touch_watches(uuid[],boolean) to entrepot_app
grant EXECUTE on FUNCTION procurement.unused_number() to entrepot_app
grant INSERT on TABLE procurement.urgent_clock to entrepot_definer
grant SELECT on TABLE procurement.urgent_clock to entrepot_app
grant SELECT on TABLE procurement.urgent_clock to entrepot_definer
grant INSERT on COLUMN procurement.urgent_clock.clock to entrepot_app
grant INSERT on COLUMN procurement.urgent_clock.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.urgent_clock.due_at to entrepot_app
grant SELECT on COLUMN procurement.urgent_clock.due_at to entrepot_jobs
grant SELECT on COLUMN procurement.urgent_clock.fired_at to entrepot_jobs
grant UPDATE on COLUMN procurement.urgent_clock.fired_at to entrepot_definer
grant INSERT on COLUMN procurement.urgent_clock.generation to entrepot_app
grant INSERT on COLUMN procurement.urgent_clock.level to entrepot_app
grant INSERT on COLUMN procurement.urgent_clock.mark to entrepot_app
grant INSERT on COLUMN procurement.urgent_clock.org_id to entrepot_app
grant SELECT on COLUMN procurement.urgent_clock.org_id to entrepot_jobs
grant INSERT on COLUMN procurement.urgent_clock.request_id to entrepot_app
grant SELECT on COLUMN procurement.urgent_clock.request_id to entrepot_jobs
grant SELECT on COLUMN procurement.urgent_clock.settled_at to entrepot_jobs
grant UPDATE on COLUMN procurement.urgent_clock.settled_at to entrepot_definer
grant INSERT on TABLE procurement.urgent_event to entrepot_app
grant INSERT on TABLE procurement.urgent_event to entrepot_definer
grant SELECT on TABLE procurement.urgent_event to entrepot_app
grant SELECT on TABLE procurement.urgent_event to entrepot_definer
grant SELECT on TABLE procurement.urgent_request to entrepot_app
grant SELECT on TABLE procurement.urgent_request to entrepot_definer
grant UPDATE on COLUMN procurement.urgent_request.closed_at to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.contact to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.counterparty_id to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.description to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.forwarder to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.forwarder_account to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.generation to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.grounded_at to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.held to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.held to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.held_until to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.held_until to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.id to entrepot_app
grant SELECT on COLUMN procurement.urgent_request.id to entrepot_jobs
grant INSERT on COLUMN procurement.urgent_request.minimum_quantity to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.need_at to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.next_flight to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.note to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.number to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.offer_id to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.opened_at to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.order_id to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.order_unit to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.org_id to entrepot_app
grant SELECT on COLUMN procurement.urgent_request.org_id to entrepot_jobs
grant INSERT on COLUMN procurement.urgent_request.part_id to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.po_by to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.po_by to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.policy to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.policy to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.priority to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.priority to entrepot_definer
grant UPDATE on COLUMN procurement.urgent_request.promised_at to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.quantity to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.respond_by to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.respond_by to entrepot_definer
grant UPDATE on COLUMN procurement.urgent_request.responded_at to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.ship_by to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.ship_by to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.ship_to to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.shipped_at to entrepot_definer
grant UPDATE on COLUMN procurement.urgent_request.status to entrepot_definer
grant INSERT on COLUMN procurement.urgent_request.supplier_part to entrepot_app
grant INSERT on COLUMN procurement.urgent_request.tail to entrepot_app
grant UPDATE on COLUMN procurement.urgent_request.version to entrepot_definer
grant UPDATE on COLUMN procurement.urgent_request.waybill to entrepot_definer
grant DELETE on TABLE procurement.watch to entrepot_app
grant INSERT on TABLE procurement.watch to entrepot_app
grant SELECT on TABLE procurement.watch to entrepot_app
grant UPDATE on TABLE procurement.watch to entrepot_app
grant DELETE on TABLE procurement.watch_key to entrepot_definer
grant INSERT on TABLE procurement.watch_key to entrepot_definer
grant SELECT on TABLE procurement.watch_key to entrepot_definer
grant UPDATE on TABLE procurement.watch_key to entrepot_definer
grant DELETE on TABLE procurement.watch_mail to entrepot_definer
grant INSERT on TABLE procurement.watch_mail to entrepot_definer
grant SELECT on TABLE procurement.watch_mail to entrepot_definer
grant UPDATE on TABLE procurement.watch_mail to entrepot_definer
grant DELETE on TABLE procurement.watch_notice to entrepot_app
grant INSERT on TABLE procurement.watch_notice to entrepot_app
grant SELECT on TABLE procurement.watch_notice to entrepot_app
grant UPDATE on TABLE procurement.watch_notice to entrepot_app
grant SELECT on COLUMN procurement.watch_notice.delivery to entrepot_jobs
grant SELECT on COLUMN procurement.watch_notice.mailed_at to entrepot_jobs
grant SELECT on COLUMN procurement.watch_notice.org_id to entrepot_jobs
grant SELECT on COLUMN procurement.watch_notice.person_id to entrepot_jobs
grant DELETE on TABLE procurement.watch_state to entrepot_app
grant INSERT on TABLE procurement.watch_state to entrepot_app
grant SELECT on TABLE procurement.watch_state to entrepot_app
grant UPDATE on TABLE procurement.watch_state to entrepot_app
grant DELETE on TABLE procurement.watch_touch to entrepot_definer
grant INSERT on TABLE procurement.watch_touch to entrepot_definer
grant SELECT on TABLE procurement.watch_touch to entrepot_definer
grant SELECT on TABLE procurement.watch_touch to entrepot_jobs
grant UPDATE on TABLE procurement.watch_touch to entrepot_definer
grant USAGE on SCHEMA supply to entrepot_app
grant USAGE on SCHEMA supply to entrepot_definer
grant USAGE on SCHEMA supply to entrepot_jobs
grant INSERT on TABLE supply.agreement to entrepot_app
grant INSERT on TABLE supply.agreement to entrepot_definer
grant SELECT on TABLE supply.agreement to entrepot_app
grant SELECT on TABLE supply.agreement to entrepot_definer
grant UPDATE on COLUMN supply.agreement.end_reason to entrepot_app
grant UPDATE on COLUMN supply.agreement.ended_at to entrepot_app
grant UPDATE on COLUMN supply.agreement.ended_by to entrepot_app
grant UPDATE on COLUMN supply.agreement.valid_to to entrepot_app
grant INSERT on TABLE supply.agreement_price to entrepot_app
grant INSERT on TABLE supply.agreement_price to entrepot_definer
grant SELECT on TABLE supply.agreement_price to entrepot_app
grant SELECT on TABLE supply.agreement_price to entrepot_definer
grant UPDATE on COLUMN supply.agreement_price.valid_to to entrepot_app
grant EXECUTE on FUNCTION supply.asked_of(jsonb,uuid,uuid) to entrepot_app
grant DELETE on TABLE supply.asking_call to entrepot_app
grant SELECT on TABLE supply.asking_call to entrepot_app
grant INSERT on COLUMN supply.asking_call.cause to entrepot_app
grant INSERT on COLUMN supply.asking_call.figures to entrepot_app
grant INSERT on COLUMN supply.asking_call.lines to entrepot_app
grant INSERT on COLUMN supply.asking_call.ms to entrepot_app
grant INSERT on COLUMN supply.asking_call.org_id to entrepot_app
grant INSERT on COLUMN supply.asking_call.outcome to entrepot_app
grant INSERT on COLUMN supply.asking_call.problems to entrepot_app
grant INSERT on COLUMN supply.asking_call.profile_id to entrepot_app
grant INSERT on COLUMN supply.asking_call.status to entrepot_app
grant DELETE on TABLE supply.asking_profile to entrepot_app
grant SELECT on TABLE supply.asking_profile to entrepot_app
grant INSERT on COLUMN supply.asking_profile.cache_seconds to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.cache_seconds to entrepot_app
grant INSERT on COLUMN supply.asking_profile.calls_max to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.calls_max to entrepot_app
grant INSERT on COLUMN supply.asking_profile.fresh_seconds to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.fresh_seconds to entrepot_app
grant INSERT on COLUMN supply.asking_profile.header to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.header to entrepot_app
grant INSERT on COLUMN supply.asking_profile.id to entrepot_app
grant INSERT on COLUMN supply.asking_profile.keep_minutes to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.keep_minutes to entrepot_app
grant INSERT on COLUMN supply.asking_profile.location to entrepot_app
grant INSERT on COLUMN supply.asking_profile.mapping to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.mapping to entrepot_app
grant INSERT on COLUMN supply.asking_profile.org_id to entrepot_app
grant SELECT on COLUMN supply.asking_profile.org_id to entrepot_jobs
grant INSERT on COLUMN supply.asking_profile.secret to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.secret to entrepot_app
grant INSERT on COLUMN supply.asking_profile.status to entrepot_app
grant SELECT on COLUMN supply.asking_profile.status to entrepot_jobs
grant UPDATE on COLUMN supply.asking_profile.status to entrepot_app
grant INSERT on COLUMN supply.asking_profile.timeout_ms to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.timeout_ms to entrepot_app
grant INSERT on COLUMN supply.asking_profile.url to entrepot_app
grant UPDATE on COLUMN supply.asking_profile.url to entrepot_app
grant SELECT on COLUMN supply.asking_profile.version to entrepot_jobs
grant UPDATE on COLUMN supply.asking_profile.version to entrepot_app
grant EXECUTE on FUNCTION supply.asking_suppliers() to entrepot_app
grant DELETE on TABLE supply.audience to entrepot_app
grant INSERT on TABLE supply.audience to entrepot_app
grant SELECT on TABLE supply.audience to entrepot_app
grant UPDATE on TABLE supply.audience to entrepot_app
grant DELETE on TABLE supply.audience_member to entrepot_app
grant INSERT on TABLE supply.audience_member to entrepot_app
grant INSERT on TABLE supply.audience_member to entrepot_definer
grant SELECT on TABLE supply.audience_member to entrepot_app
grant SELECT on TABLE supply.audience_member to entrepot_definer
grant UPDATE on COLUMN supply.audience_member.until to entrepot_app
grant EXECUTE on FUNCTION supply.bind_promises(jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.broken_price(numeric[],numeric[],text,numeric,numeric,nu to entrepot_app
grant DELETE on TABLE supply.calendar to entrepot_app
grant INSERT on TABLE supply.calendar to entrepot_app
grant SELECT on TABLE supply.calendar to entrepot_app
grant SELECT on TABLE supply.calendar to entrepot_definer
grant UPDATE on TABLE supply.calendar to entrepot_app
grant DELETE on TABLE supply.calendar_day to entrepot_app
grant INSERT on TABLE supply.calendar_day to entrepot_app
grant SELECT on TABLE supply.calendar_day to entrepot_app
grant SELECT on TABLE supply.calendar_day to entrepot_definer
grant UPDATE on TABLE supply.calendar_day to entrepot_app
grant INSERT on TABLE supply.catalogue to entrepot_app
grant SELECT on TABLE supply.catalogue to entrepot_app
grant UPDATE on TABLE supply.catalogue to entrepot_app
grant DELETE on TABLE supply.category_audience to entrepot_app
grant INSERT on TABLE supply.category_audience to entrepot_app
grant SELECT on TABLE supply.category_audience to entrepot_app
grant UPDATE on TABLE supply.category_audience to entrepot_app
grant DELETE on TABLE supply.charge_rule to entrepot_app
grant INSERT on TABLE supply.charge_rule to entrepot_app
grant SELECT on TABLE supply.charge_rule to entrepot_app
grant SELECT on TABLE supply.charge_rule to entrepot_definer
grant UPDATE on TABLE supply.charge_rule to entrepot_app
grant EXECUTE on FUNCTION supply.charges_with(jsonb,uuid,text,text,uuid,date) to entrepot_app
grant EXECUTE on FUNCTION supply.claim_lots(jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.conditions_meant(jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.conditions_meant(jsonb) to entrepot_definer
grant EXECUTE on FUNCTION supply.consume_stock(jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.content_digest(text,text,text,text,numeric,text,numeric, to entrepot_app
grant EXECUTE on FUNCTION supply.correct_stock(jsonb,uuid) to entrepot_app
grant DELETE on TABLE supply.customer_category to entrepot_app
grant INSERT on TABLE supply.customer_category to entrepot_app
grant SELECT on TABLE supply.customer_category to entrepot_app
grant SELECT on TABLE supply.customer_category to entrepot_definer
grant UPDATE on TABLE supply.customer_category to entrepot_app
grant DELETE on TABLE supply.discount_rule to entrepot_app
grant INSERT on TABLE supply.discount_rule to entrepot_app
grant SELECT on TABLE supply.discount_rule to entrepot_app
grant SELECT on TABLE supply.discount_rule to entrepot_definer
grant UPDATE on TABLE supply.discount_rule to entrepot_app
grant DELETE on TABLE supply.exchange_rate to entrepot_app
grant INSERT on TABLE supply.exchange_rate to entrepot_app
grant SELECT on TABLE supply.exchange_rate to entrepot_app
grant SELECT on TABLE supply.exchange_rate to entrepot_definer
grant UPDATE on COLUMN supply.exchange_rate.rate to entrepot_app
grant UPDATE on COLUMN supply.exchange_rate.recorded_at to entrepot_app
grant UPDATE on COLUMN supply.exchange_rate.source to entrepot_app
grant DELETE on TABLE supply.exchange_terms to entrepot_app
grant INSERT on TABLE supply.exchange_terms to entrepot_app
grant SELECT on TABLE supply.exchange_terms to entrepot_app
grant SELECT on TABLE supply.exchange_terms to entrepot_definer
grant UPDATE on TABLE supply.exchange_terms to entrepot_app
grant EXECUTE on FUNCTION supply.expire_holds(integer) to entrepot_app
grant EXECUTE on FUNCTION supply.expire_promises(timestamp with time zone,integer) to entrepot_app
grant EXECUTE on FUNCTION supply.extend_hold(uuid,integer) to entrepot_app
grant EXECUTE on FUNCTION supply.fitting_lots(uuid,uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.fitting_lots(uuid,uuid,jsonb) to entrepot_definer
grant EXECUTE on FUNCTION supply.fitting_quantity(uuid,uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.fitting_quantity(uuid,uuid,jsonb) to entrepot_definer
grant EXECUTE on FUNCTION supply.forget_promises() to entrepot_app
grant EXECUTE on FUNCTION supply.group_discount(uuid,uuid,text,date,date,date) to entrepot_app
grant EXECUTE on FUNCTION supply.hold_grant(uuid,text) to entrepot_app
grant SELECT on TABLE supply.hold_policy to entrepot_app
grant SELECT on TABLE supply.hold_policy to entrepot_definer
grant INSERT on COLUMN supply.hold_policy.approval_hours to entrepot_app
grant UPDATE on COLUMN supply.hold_policy.approval_hours to entrepot_app
grant INSERT on COLUMN supply.hold_policy.basket_minutes to entrepot_app
grant UPDATE on COLUMN supply.hold_policy.basket_minutes to entrepot_app
grant INSERT on COLUMN supply.hold_policy.named_minutes to entrepot_app
grant UPDATE on COLUMN supply.hold_policy.named_minutes to entrepot_app
grant INSERT on COLUMN supply.hold_policy.org_id to entrepot_app
grant INSERT on COLUMN supply.hold_policy.quote_hours to entrepot_app
grant UPDATE on COLUMN supply.hold_policy.quote_hours to entrepot_app
grant UPDATE on COLUMN supply.hold_policy.version to entrepot_app
grant EXECUTE on FUNCTION supply.hold_stock(text,jsonb,jsonb) to entrepot_app
grant DELETE on TABLE supply.inbound to entrepot_app
grant SELECT on TABLE supply.inbound to entrepot_app
grant SELECT on TABLE supply.inbound to entrepot_definer
grant INSERT on COLUMN supply.inbound.audience to entrepot_app
grant UPDATE on COLUMN supply.inbound.audience to entrepot_app
grant UPDATE on COLUMN supply.inbound.claimed to entrepot_definer
grant INSERT on COLUMN supply.inbound.expected_on to entrepot_app
grant UPDATE on COLUMN supply.inbound.expected_on to entrepot_app
grant INSERT on COLUMN supply.inbound.location to entrepot_app
grant INSERT on COLUMN supply.inbound.offer_id to entrepot_app
grant INSERT on COLUMN supply.inbound.org_id to entrepot_app
grant INSERT on COLUMN supply.inbound.quantity to entrepot_app
grant UPDATE on COLUMN supply.inbound.quantity to entrepot_app
grant INSERT on COLUMN supply.inbound.reference to entrepot_app
grant INSERT on COLUMN supply.inbound.reported_at to entrepot_app
grant UPDATE on COLUMN supply.inbound.reported_at to entrepot_app
grant INSERT on TABLE supply.inbound_claim to entrepot_definer
grant SELECT on TABLE supply.inbound_claim to entrepot_app
grant SELECT on TABLE supply.inbound_claim to entrepot_definer
grant EXECUTE on FUNCTION supply.lapse_overdue(uuid[]) to entrepot_app
grant SELECT on TABLE supply.lot to entrepot_app
grant SELECT on TABLE supply.lot to entrepot_definer
grant UPDATE on COLUMN supply.lot.as_of to entrepot_app
grant INSERT on COLUMN supply.lot.audience to entrepot_app
grant UPDATE on COLUMN supply.lot.audience to entrepot_app
grant INSERT on COLUMN supply.lot.certificates to entrepot_app
grant UPDATE on COLUMN supply.lot.certificates to entrepot_app
grant INSERT on COLUMN supply.lot.condition to entrepot_app
grant UPDATE on COLUMN supply.lot.condition to entrepot_app
grant INSERT on COLUMN supply.lot.id to entrepot_app
grant INSERT on COLUMN supply.lot.location to entrepot_app
grant INSERT on COLUMN supply.lot.lot_number to entrepot_app
grant INSERT on COLUMN supply.lot.offer_id to entrepot_app
grant INSERT on COLUMN supply.lot.org_id to entrepot_app
grant INSERT on COLUMN supply.lot.quantity to entrepot_app
grant UPDATE on COLUMN supply.lot.quantity to entrepot_app
grant UPDATE on COLUMN supply.lot.quantity to entrepot_definer
grant INSERT on COLUMN supply.lot.serial_number to entrepot_app
grant INSERT on COLUMN supply.lot.shelf_life_on to entrepot_app
grant UPDATE on COLUMN supply.lot.shelf_life_on to entrepot_app
grant UPDATE on COLUMN supply.lot.taken to entrepot_definer
grant INSERT on COLUMN supply.lot.trace to entrepot_app
grant UPDATE on COLUMN supply.lot.trace to entrepot_app
grant DELETE on TABLE supply.lot_certificate to entrepot_app
grant INSERT on TABLE supply.lot_certificate to entrepot_app
grant SELECT on TABLE supply.lot_certificate to entrepot_app
grant SELECT on TABLE supply.lot_certificate to entrepot_definer
grant UPDATE on COLUMN supply.lot_certificate.audience to entrepot_app
grant UPDATE on COLUMN supply.lot_certificate.shown to entrepot_app
grant INSERT on TABLE supply.lot_claim to entrepot_definer
grant SELECT on TABLE supply.lot_claim to entrepot_app
grant SELECT on TABLE supply.lot_claim to entrepot_definer
grant UPDATE on COLUMN supply.lot_claim.quantity to entrepot_definer
grant DELETE on TABLE supply.lot_code to entrepot_definer
grant INSERT on TABLE supply.lot_code to entrepot_definer
grant SELECT on TABLE supply.lot_code to entrepot_app
grant SELECT on TABLE supply.lot_code to entrepot_definer
grant UPDATE on TABLE supply.lot_code to entrepot_definer
grant DELETE on TABLE supply.lot_departure to entrepot_definer
grant INSERT on TABLE supply.lot_departure to entrepot_definer
grant SELECT on TABLE supply.lot_departure to entrepot_app
grant SELECT on TABLE supply.lot_departure to entrepot_definer
grant EXECUTE on FUNCTION supply.manage_location(text,boolean) to entrepot_app
grant DELETE on TABLE supply.managed_location to entrepot_definer
grant INSERT on TABLE supply.managed_location to entrepot_definer
grant SELECT on TABLE supply.managed_location to entrepot_app
grant SELECT on TABLE supply.managed_location to entrepot_definer
grant DELETE on TABLE supply.market_price to entrepot_definer
grant INSERT on TABLE supply.market_price to entrepot_definer
grant SELECT on TABLE supply.market_price to entrepot_app
grant SELECT on TABLE supply.market_price to entrepot_definer
grant UPDATE on TABLE supply.market_price to entrepot_definer
grant EXECUTE on FUNCTION supply.matrix_discount(uuid,uuid,text,date) to entrepot_app
grant EXECUTE on FUNCTION supply.note_release(uuid,text) to entrepot_app
grant INSERT on TABLE supply.offer to entrepot_app
grant SELECT on TABLE supply.offer to entrepot_app
grant SELECT on TABLE supply.offer to entrepot_definer
grant UPDATE on TABLE supply.offer to entrepot_app
grant DELETE on TABLE supply.offer_certificates to entrepot_app
grant INSERT on TABLE supply.offer_certificates to entrepot_app
grant SELECT on TABLE supply.offer_certificates to entrepot_app
grant SELECT on TABLE supply.offer_certificates to entrepot_definer
grant UPDATE on TABLE supply.offer_certificates to entrepot_app
grant INSERT on TABLE supply.offer_history to entrepot_app
grant SELECT on TABLE supply.offer_history to entrepot_app
grant SELECT on COLUMN supply.offer_history."row" to entrepot_definer
grant SELECT on COLUMN supply.offer_history.catalogue_id to entrepot_definer
grant SELECT on COLUMN supply.offer_history.from_version to entrepot_definer
grant SELECT on COLUMN supply.offer_history.offer_id to entrepot_definer
grant SELECT on COLUMN supply.offer_history.org_id to entrepot_definer
grant SELECT on COLUMN supply.offer_history.to_version to entrepot_definer
grant DELETE on TABLE supply.part_supply to entrepot_definer
grant INSERT on TABLE supply.part_supply to entrepot_definer
grant SELECT on TABLE supply.part_supply to entrepot_app
grant SELECT on TABLE supply.part_supply to entrepot_definer
grant UPDATE on TABLE supply.part_supply to entrepot_definer
grant DELETE on TABLE supply.price_break to entrepot_app
grant INSERT on TABLE supply.price_break to entrepot_app
grant SELECT on TABLE supply.price_break to entrepot_app
grant SELECT on TABLE supply.price_break to entrepot_definer
grant UPDATE on COLUMN supply.price_break.audience to entrepot_app
grant EXECUTE on FUNCTION supply.price_history(uuid[]) to entrepot_app
grant DELETE on TABLE supply.pricing_policy to entrepot_app
grant INSERT on TABLE supply.pricing_policy to entrepot_app
grant SELECT on TABLE supply.pricing_policy to entrepot_app
grant SELECT on TABLE supply.pricing_policy to entrepot_definer
grant UPDATE on TABLE supply.pricing_policy to entrepot_app
grant DELETE on TABLE supply.promise to entrepot_definer
grant SELECT on TABLE supply.promise to entrepot_app
grant SELECT on TABLE supply.promise to entrepot_definer
grant INSERT on COLUMN supply.promise.answer to entrepot_app
grant INSERT on COLUMN supply.promise.asked_at to entrepot_app
grant SELECT on COLUMN supply.promise.asked_at to entrepot_jobs
grant INSERT on COLUMN supply.promise.counterparty_id to entrepot_app
grant SELECT on COLUMN supply.promise.held_until to entrepot_jobs
grant UPDATE on COLUMN supply.promise.held_until to entrepot_definer
grant INSERT on COLUMN supply.promise.id to entrepot_app
grant SELECT on COLUMN supply.promise.id to entrepot_jobs
grant INSERT on COLUMN supply.promise.inputs to entrepot_app
grant INSERT on COLUMN supply.promise.offer_id to entrepot_app
grant UPDATE on COLUMN supply.promise.order_line to entrepot_definer
grant INSERT on COLUMN supply.promise.org_id to entrepot_app
grant SELECT on COLUMN supply.promise.org_id to entrepot_jobs
grant INSERT on COLUMN supply.promise.part_id to entrepot_app
grant INSERT on COLUMN supply.promise.quantity to entrepot_app
grant UPDATE on COLUMN supply.promise.released_reason to entrepot_definer
grant SELECT on COLUMN supply.promise.status to entrepot_jobs
grant UPDATE on COLUMN supply.promise.status to entrepot_definer
grant INSERT on COLUMN supply.promise.valid_until to entrepot_app
grant INSERT on TABLE supply.publication to entrepot_app
grant SELECT on TABLE supply.publication to entrepot_app
grant SELECT on COLUMN supply.publication.catalogue_id to entrepot_definer
grant SELECT on COLUMN supply.publication.org_id to entrepot_definer
grant SELECT on COLUMN supply.publication.published_at to entrepot_definer
grant SELECT on COLUMN supply.publication.version to entrepot_definer
grant EXECUTE on FUNCTION supply.rate_for(uuid,text,text) to entrepot_app
grant EXECUTE on FUNCTION supply.reaches_break(uuid,uuid,numeric,numeric) to entrepot_app
grant EXECUTE on FUNCTION supply.read_asked_lines(uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.read_availability(uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION supply.read_search(uuid,jsonb) to entrepot_app
grant DELETE on TABLE supply.record_block to entrepot_app
grant INSERT on TABLE supply.record_block to entrepot_app
grant SELECT on TABLE supply.record_block to entrepot_app
grant UPDATE on TABLE supply.record_block to entrepot_app
grant EXECUTE on FUNCTION supply.refresh_part_supply(uuid[]) to entrepot_app
grant EXECUTE on FUNCTION supply.release_holds(uuid[],text) to entrepot_app
grant EXECUTE on FUNCTION supply.release_promise(uuid,text) to entrepot_app
grant EXECUTE on FUNCTION supply.release_stock(jsonb) to entrepot_app
grant DELETE on TABLE supply.repair_terms to entrepot_app
grant INSERT on TABLE supply.repair_terms to entrepot_app
grant SELECT on TABLE supply.repair_terms to entrepot_app
grant SELECT on TABLE supply.repair_terms to entrepot_definer
grant UPDATE on TABLE supply.repair_terms to entrepot_app
grant EXECUTE on FUNCTION supply.reserve_promise(uuid,timestamp with time zone,timestamp  to entrepot_app
grant EXECUTE on FUNCTION supply.reserve_stock(jsonb) to entrepot_app
grant DELETE on TABLE supply.row_problem to entrepot_app
grant INSERT on TABLE supply.row_problem to entrepot_app
grant SELECT on TABLE supply.row_problem to entrepot_app
grant UPDATE on TABLE supply.row_problem to entrepot_app
grant DELETE on TABLE supply.staged_category to entrepot_app
grant INSERT on TABLE supply.staged_category to entrepot_app
grant SELECT on TABLE supply.staged_category to entrepot_app
grant UPDATE on TABLE supply.staged_category to entrepot_app
grant DELETE on TABLE supply.staged_change to entrepot_app
grant INSERT on TABLE supply.staged_change to entrepot_app
grant SELECT on TABLE supply.staged_change to entrepot_app
grant SELECT on TABLE supply.staged_change to entrepot_definer
grant UPDATE on TABLE supply.staged_change to entrepot_app
grant DELETE on TABLE supply.staged_row to entrepot_app
grant INSERT on TABLE supply.staged_row to entrepot_app
grant SELECT on TABLE supply.staged_row to entrepot_app
grant SELECT on TABLE supply.staged_row to entrepot_definer
grant UPDATE on TABLE supply.staged_row to entrepot_app
grant DELETE on TABLE supply.staged_same to entrepot_app
grant INSERT on TABLE supply.staged_same to entrepot_app
grant SELECT on TABLE supply.staged_same to entrepot_app
grant UPDATE on TABLE supply.staged_same to entrepot_app
grant EXECUTE on FUNCTION supply.step_reach(text,text) to entrepot_app
grant INSERT on TABLE supply.stock to entrepot_definer
grant SELECT on TABLE supply.stock to entrepot_app
grant SELECT on TABLE supply.stock to entrepot_definer
grant INSERT on COLUMN supply.stock.as_of to entrepot_app
grant UPDATE on COLUMN supply.stock.as_of to entrepot_app
grant UPDATE on COLUMN supply.stock.as_of to entrepot_definer
grant INSERT on COLUMN supply.stock.audience to entrepot_app
grant UPDATE on COLUMN supply.stock.audience to entrepot_app
grant INSERT on COLUMN supply.stock.location to entrepot_app
grant INSERT on COLUMN supply.stock.offer_id to entrepot_app
grant INSERT on COLUMN supply.stock.org_id to entrepot_app
grant SELECT on COLUMN supply.stock.org_id to entrepot_jobs
grant INSERT on COLUMN supply.stock.quantity to entrepot_app
grant SELECT on COLUMN supply.stock.quantity to entrepot_jobs
grant UPDATE on COLUMN supply.stock.quantity to entrepot_app
grant UPDATE on COLUMN supply.stock.quantity to entrepot_definer
grant UPDATE on COLUMN supply.stock.reserved to entrepot_definer
grant INSERT on COLUMN supply.stock.source to entrepot_app
grant SELECT on COLUMN supply.stock.source to entrepot_jobs
grant UPDATE on COLUMN supply.stock.source to entrepot_app
grant UPDATE on COLUMN supply.stock.source to entrepot_definer
grant INSERT on TABLE supply.stock_hold to entrepot_definer
grant SELECT on TABLE supply.stock_hold to entrepot_app
grant SELECT on TABLE supply.stock_hold to entrepot_definer
grant UPDATE on COLUMN supply.stock_hold.consumed_by to entrepot_definer
grant UPDATE on COLUMN supply.stock_hold.ended_at to entrepot_definer
grant SELECT on COLUMN supply.stock_hold.expires_at to entrepot_jobs
grant UPDATE on COLUMN supply.stock_hold.expires_at to entrepot_definer
grant SELECT on COLUMN supply.stock_hold.org_id to entrepot_jobs
grant UPDATE on COLUMN supply.stock_hold.reason to entrepot_definer
grant SELECT on COLUMN supply.stock_hold.status to entrepot_jobs
grant UPDATE on COLUMN supply.stock_hold.status to entrepot_definer
grant UPDATE on COLUMN supply.stock_hold.version to entrepot_definer
grant INSERT on TABLE supply.stock_ledger to entrepot_definer
grant SELECT on TABLE supply.stock_ledger to entrepot_app
grant SELECT on TABLE supply.stock_ledger to entrepot_definer
grant EXECUTE on FUNCTION supply.take_market_prices(uuid[]) to entrepot_app
grant EXECUTE on FUNCTION supply.tell_stock_changed(uuid,uuid[]) to entrepot_app
grant DELETE on TABLE supply.transit to entrepot_app
grant INSERT on TABLE supply.transit to entrepot_app
grant SELECT on TABLE supply.transit to entrepot_app
grant SELECT on TABLE supply.transit to entrepot_definer
grant UPDATE on TABLE supply.transit to entrepot_app
grant INSERT on TABLE supply.unit_terms_past to entrepot_app
grant SELECT on TABLE supply.unit_terms_past to entrepot_app
grant UPDATE on COLUMN supply.unit_terms_past.version to entrepot_app
grant DELETE on TABLE supply.upload to entrepot_app
grant INSERT on TABLE supply.upload to entrepot_app
grant SELECT on TABLE supply.upload to entrepot_app
grant UPDATE on TABLE supply.upload to entrepot_app
grant SELECT on COLUMN supply.upload.id to entrepot_jobs
grant SELECT on COLUMN supply.upload.org_id to entrepot_jobs
grant SELECT on COLUMN supply.upload.publish_at to entrepot_jobs
grant SELECT on COLUMN supply.upload.state to entrepot_jobs
grant SELECT on COLUMN supply.upload.updated_at to entrepot_jobs
grant USAGE on SCHEMA tendering to entrepot_app
grant USAGE on SCHEMA tendering to entrepot_definer
grant USAGE on SCHEMA tendering to entrepot_jobs
grant EXECUTE on FUNCTION tendering.add_document(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.amend_tender(jsonb) to entrepot_app
grant INSERT on TABLE tendering.amendment to entrepot_definer
grant SELECT on TABLE tendering.amendment to entrepot_app
grant SELECT on TABLE tendering.amendment to entrepot_definer
grant EXECUTE on FUNCTION tendering.answer_question(uuid,text,uuid) to entrepot_app
grant EXECUTE on FUNCTION tendering.arm_half(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.arrange_sealing(jsonb) to entrepot_app
grant DELETE on TABLE tendering.arrival to entrepot_definer
grant INSERT on TABLE tendering.arrival to entrepot_definer
grant SELECT on TABLE tendering.arrival to entrepot_definer
grant UPDATE on TABLE tendering.arrival to entrepot_definer
grant EXECUTE on FUNCTION tendering.ask_question(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.ask_release(jsonb) to entrepot_app
grant INSERT on TABLE tendering.auction to entrepot_definer
grant SELECT on TABLE tendering.auction to entrepot_app
grant SELECT on TABLE tendering.auction to entrepot_definer
grant UPDATE on TABLE tendering.auction to entrepot_definer
grant INSERT on TABLE tendering.auction_act to entrepot_definer
grant SELECT on TABLE tendering.auction_act to entrepot_definer
grant INSERT on TABLE tendering.auction_bidder to entrepot_definer
grant SELECT on TABLE tendering.auction_bidder to entrepot_app
grant SELECT on TABLE tendering.auction_bidder to entrepot_definer
grant SELECT on TABLE tendering.auction_file to entrepot_app
grant SELECT on TABLE tendering.auction_file to entrepot_definer
grant INSERT on COLUMN tendering.auction_file.auction_id to entrepot_app
grant INSERT on COLUMN tendering.auction_file.body to entrepot_app
grant INSERT on COLUMN tendering.auction_file.digest to entrepot_app
grant INSERT on COLUMN tendering.auction_file.org_id to entrepot_app
grant INSERT on TABLE tendering.auction_head to entrepot_definer
grant SELECT on TABLE tendering.auction_head to entrepot_definer
grant UPDATE on TABLE tendering.auction_head to entrepot_definer
grant SELECT on COLUMN tendering.auction_head.auction_id to entrepot_jobs
grant SELECT on COLUMN tendering.auction_head.next_us to entrepot_jobs
grant SELECT on COLUMN tendering.auction_head.org_id to entrepot_jobs
grant SELECT on TABLE tendering.auction_result to entrepot_app
grant SELECT on TABLE tendering.auction_result to entrepot_definer
grant INSERT on COLUMN tendering.auction_result.auction_id to entrepot_app
grant INSERT on COLUMN tendering.auction_result.body to entrepot_app
grant INSERT on COLUMN tendering.auction_result.digest to entrepot_app
grant INSERT on COLUMN tendering.auction_result.org_id to entrepot_app
grant INSERT on TABLE tendering.award to entrepot_definer
grant SELECT on TABLE tendering.award to entrepot_app
grant SELECT on TABLE tendering.award to entrepot_definer
grant UPDATE on COLUMN tendering.award.agreement_id to entrepot_definer
grant UPDATE on COLUMN tendering.award.cancel_reason to entrepot_definer
grant UPDATE on COLUMN tendering.award.cancelled_at to entrepot_definer
grant UPDATE on COLUMN tendering.award.order_id to entrepot_definer
grant INSERT on TABLE tendering.award_line to entrepot_definer
grant SELECT on TABLE tendering.award_line to entrepot_app
grant SELECT on TABLE tendering.award_line to entrepot_definer
grant EXECUTE on FUNCTION tendering.award_lots(jsonb) to entrepot_app
grant INSERT on TABLE tendering.award_note to entrepot_definer
grant SELECT on TABLE tendering.award_note to entrepot_app
grant SELECT on TABLE tendering.award_note to entrepot_definer
grant DELETE on TABLE tendering.award_scenario to entrepot_app
grant INSERT on TABLE tendering.award_scenario to entrepot_app
grant SELECT on TABLE tendering.award_scenario to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.ask to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.asked_at to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.asked_by to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.asks to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.name to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.report to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.solved_at to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.status to entrepot_app
grant UPDATE on COLUMN tendering.award_scenario.tender_edits to entrepot_app
grant INSERT on TABLE tendering.bid to entrepot_definer
grant SELECT on TABLE tendering.bid to entrepot_app
grant SELECT on TABLE tendering.bid to entrepot_definer
grant UPDATE on TABLE tendering.bid to entrepot_definer
grant DELETE on TABLE tendering.bid_content to entrepot_definer
grant INSERT on TABLE tendering.bid_content to entrepot_definer
grant SELECT on TABLE tendering.bid_content to entrepot_app
grant SELECT on TABLE tendering.bid_content to entrepot_definer
grant UPDATE on TABLE tendering.bid_content to entrepot_definer
grant DELETE on TABLE tendering.bid_draft to entrepot_app
grant DELETE on TABLE tendering.bid_draft to entrepot_definer
grant INSERT on TABLE tendering.bid_draft to entrepot_app
grant SELECT on TABLE tendering.bid_draft to entrepot_app
grant SELECT on TABLE tendering.bid_draft to entrepot_definer
grant UPDATE on COLUMN tendering.bid_draft.body to entrepot_app
grant UPDATE on COLUMN tendering.bid_draft.edits to entrepot_app
grant UPDATE on COLUMN tendering.bid_draft.saved_at to entrepot_app
grant INSERT on TABLE tendering.bid_receipt to entrepot_definer
grant SELECT on TABLE tendering.bid_receipt to entrepot_app
grant SELECT on TABLE tendering.bid_receipt to entrepot_definer
grant UPDATE on COLUMN tendering.bid_receipt.stands to entrepot_definer
grant INSERT on TABLE tendering.bid_score to entrepot_app
grant SELECT on TABLE tendering.bid_score to entrepot_app
grant UPDATE on COLUMN tendering.bid_score.given_at to entrepot_app
grant UPDATE on COLUMN tendering.bid_score.note to entrepot_app
grant UPDATE on COLUMN tendering.bid_score.passed to entrepot_app
grant UPDATE on COLUMN tendering.bid_score.score to entrepot_app
grant INSERT on TABLE tendering.bid_version to entrepot_definer
grant SELECT on TABLE tendering.bid_version to entrepot_app
grant SELECT on TABLE tendering.bid_version to entrepot_definer
grant EXECUTE on FUNCTION tendering.cancel_award(uuid,text,uuid) to entrepot_app
grant EXECUTE on FUNCTION tendering.cancel_tender(uuid,text,uuid) to entrepot_app
grant DELETE on TABLE tendering.clock_beat to entrepot_definer
grant INSERT on TABLE tendering.clock_beat to entrepot_definer
grant SELECT on TABLE tendering.clock_beat to entrepot_definer
grant EXECUTE on FUNCTION tendering.close_round(uuid,uuid,timestamp with time zone,interv to entrepot_app
grant EXECUTE on FUNCTION tendering.decline_tender(uuid,uuid,text) to entrepot_app
grant EXECUTE on FUNCTION tendering.enter_act(jsonb) to entrepot_app
grant INSERT on TABLE tendering.envelope_opening to entrepot_definer
grant SELECT on TABLE tendering.envelope_opening to entrepot_app
grant SELECT on TABLE tendering.envelope_opening to entrepot_definer
grant UPDATE on TABLE tendering.envelope_opening to entrepot_definer
grant INSERT on TABLE tendering.evaluation to entrepot_app
grant SELECT on TABLE tendering.evaluation to entrepot_app
grant SELECT on TABLE tendering.evaluation to entrepot_definer
grant EXECUTE on FUNCTION tendering.finish_rehearsal(uuid,uuid) to entrepot_app
grant DELETE on TABLE tendering.follower to entrepot_definer
grant INSERT on TABLE tendering.follower to entrepot_definer
grant SELECT on TABLE tendering.follower to entrepot_definer
grant UPDATE on TABLE tendering.follower to entrepot_definer
grant INSERT on TABLE tendering.half_part to entrepot_definer
grant SELECT on TABLE tendering.half_part to entrepot_app
grant SELECT on TABLE tendering.half_part to entrepot_definer
grant INSERT on TABLE tendering.half_release to entrepot_definer
grant SELECT on TABLE tendering.half_release to entrepot_app
grant SELECT on TABLE tendering.half_release to entrepot_definer
grant EXECUTE on FUNCTION tendering.half_to_arm(uuid,smallint) to entrepot_app
grant EXECUTE on FUNCTION tendering.hand_share(jsonb) to entrepot_app
grant INSERT on TABLE tendering.handed_share to entrepot_definer
grant SELECT on TABLE tendering.handed_share to entrepot_app
grant SELECT on TABLE tendering.handed_share to entrepot_definer
grant UPDATE on COLUMN tendering.handed_share.handed_at to entrepot_definer
grant UPDATE on COLUMN tendering.handed_share.member_id to entrepot_definer
grant UPDATE on COLUMN tendering.handed_share.sealed to entrepot_definer
grant DELETE on TABLE tendering.held_share to entrepot_definer
grant INSERT on TABLE tendering.held_share to entrepot_definer
grant SELECT on TABLE tendering.held_share to entrepot_app
grant SELECT on TABLE tendering.held_share to entrepot_definer
grant INSERT on TABLE tendering.hub_half to entrepot_definer
grant SELECT on TABLE tendering.hub_half to entrepot_app
grant SELECT on TABLE tendering.hub_half to entrepot_definer
grant INSERT on TABLE tendering.hub_secret to entrepot_definer
grant SELECT on TABLE tendering.hub_secret to entrepot_definer
grant UPDATE on TABLE tendering.hub_secret to entrepot_definer
grant SELECT on COLUMN tendering.hub_secret.armed_for to entrepot_jobs
grant SELECT on COLUMN tendering.hub_secret.lot_id to entrepot_jobs
grant SELECT on COLUMN tendering.hub_secret.org_id to entrepot_jobs
grant SELECT on COLUMN tendering.hub_secret.round to entrepot_jobs
grant SELECT on COLUMN tendering.hub_secret.spent_at to entrepot_jobs
grant INSERT on TABLE tendering.interest to entrepot_app
grant SELECT on TABLE tendering.interest to entrepot_app
grant UPDATE on COLUMN tendering.interest.declared_at to entrepot_app
grant UPDATE on COLUMN tendering.interest.has_conflict to entrepot_app
grant UPDATE on COLUMN tendering.interest.note to entrepot_app
grant INSERT on TABLE tendering.invitation to entrepot_definer
grant SELECT on TABLE tendering.invitation to entrepot_app
grant SELECT on TABLE tendering.invitation to entrepot_definer
grant UPDATE on COLUMN tendering.invitation.decline_reason to entrepot_definer
grant UPDATE on COLUMN tendering.invitation.declined_at to entrepot_definer
grant EXECUTE on FUNCTION tendering.invite_suppliers(uuid,uuid[],uuid) to entrepot_app
grant EXECUTE on FUNCTION tendering.judge_envelope(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.keep_halves(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.keep_parts(jsonb) to entrepot_app
grant DELETE on TABLE tendering.line_private to entrepot_definer
grant INSERT on TABLE tendering.line_private to entrepot_definer
grant SELECT on TABLE tendering.line_private to entrepot_app
grant SELECT on TABLE tendering.line_private to entrepot_definer
grant UPDATE on TABLE tendering.line_private to entrepot_definer
grant EXECUTE on FUNCTION tendering.link_award(uuid,uuid) to entrepot_app
grant DELETE on TABLE tendering.lot to entrepot_definer
grant INSERT on TABLE tendering.lot to entrepot_definer
grant SELECT on TABLE tendering.lot to entrepot_app
grant SELECT on TABLE tendering.lot to entrepot_definer
grant UPDATE on TABLE tendering.lot to entrepot_definer
grant DELETE on TABLE tendering.lot_round to entrepot_definer
grant INSERT on TABLE tendering.lot_round to entrepot_definer
grant SELECT on TABLE tendering.lot_round to entrepot_app
grant SELECT on TABLE tendering.lot_round to entrepot_definer
grant UPDATE on TABLE tendering.lot_round to entrepot_definer
grant SELECT on COLUMN tendering.lot_round.closed_at to entrepot_jobs
grant SELECT on COLUMN tendering.lot_round.closes_at to entrepot_jobs
grant SELECT on COLUMN tendering.lot_round.lot_id to entrepot_jobs
grant SELECT on COLUMN tendering.lot_round.org_id to entrepot_jobs
grant SELECT on COLUMN tendering.lot_round.round to entrepot_jobs
grant SELECT on COLUMN tendering.lot_round.tender_id to entrepot_jobs
grant EXECUTE on FUNCTION tendering.lot_status(jsonb,timestamp with time zone) to entrepot_app
grant EXECUTE on FUNCTION tendering.move_bid(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.note_beat() to entrepot_jobs
grant INSERT on TABLE tendering.notice to entrepot_definer
grant SELECT on TABLE tendering.notice to entrepot_app
grant SELECT on TABLE tendering.notice to entrepot_definer
grant INSERT on TABLE tendering.officer_key to entrepot_app
grant SELECT on TABLE tendering.officer_key to entrepot_app
grant SELECT on TABLE tendering.officer_key to entrepot_definer
grant UPDATE on COLUMN tendering.officer_key.revoked_at to entrepot_app
grant EXECUTE on FUNCTION tendering.open_round(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.open_session(jsonb) to entrepot_app
grant INSERT on TABLE tendering.opening_session to entrepot_definer
grant SELECT on TABLE tendering.opening_session to entrepot_app
grant SELECT on TABLE tendering.opening_session to entrepot_definer
grant EXECUTE on FUNCTION tendering.plan_auction(uuid,bigint) to entrepot_app
grant INSERT on TABLE tendering.public_tender to entrepot_definer
grant SELECT on TABLE tendering.public_tender to entrepot_app
grant SELECT on TABLE tendering.public_tender to entrepot_definer
grant UPDATE on TABLE tendering.public_tender to entrepot_definer
grant EXECUTE on FUNCTION tendering.publish_tender(jsonb) to entrepot_app
grant INSERT on TABLE tendering.question to entrepot_definer
grant SELECT on TABLE tendering.question to entrepot_app
grant SELECT on TABLE tendering.question to entrepot_definer
grant UPDATE on COLUMN tendering.question.answer to entrepot_definer
grant UPDATE on COLUMN tendering.question.answered_at to entrepot_definer
grant INSERT on TABLE tendering.question_asker to entrepot_definer
grant SELECT on TABLE tendering.question_asker to entrepot_app
grant SELECT on TABLE tendering.question_asker to entrepot_definer
grant EXECUTE on FUNCTION tendering.read_auction(uuid,integer,text) to entrepot_app
grant EXECUTE on FUNCTION tendering.rebut_opening(jsonb) to entrepot_app
grant INSERT on TABLE tendering.receipt_key to entrepot_definer
grant SELECT on TABLE tendering.receipt_key to entrepot_definer
grant EXECUTE on FUNCTION tendering.receipt_key(text,text) to entrepot_app
grant EXECUTE on FUNCTION tendering.receipt_public_key() to entrepot_app
grant EXECUTE on FUNCTION tendering.record_openings(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.refuse_release(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.release_half(jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.release_notice(jsonb) to entrepot_app
grant INSERT on TABLE tendering.round_admission to entrepot_definer
grant SELECT on TABLE tendering.round_admission to entrepot_app
grant SELECT on TABLE tendering.round_admission to entrepot_definer
grant EXECUTE on FUNCTION tendering.save_tender(jsonb) to entrepot_app
grant DELETE on TABLE tendering.sealing to entrepot_definer
grant INSERT on TABLE tendering.sealing to entrepot_definer
grant SELECT on TABLE tendering.sealing to entrepot_app
grant SELECT on TABLE tendering.sealing to entrepot_definer
grant UPDATE on TABLE tendering.sealing to entrepot_definer
grant EXECUTE on FUNCTION tendering.sign_award(uuid,jsonb) to entrepot_app
grant EXECUTE on FUNCTION tendering.start_auction(jsonb) to entrepot_app
grant INSERT on TABLE tendering.tender to entrepot_definer
grant SELECT on TABLE tendering.tender to entrepot_app
grant SELECT on TABLE tendering.tender to entrepot_definer
grant UPDATE on TABLE tendering.tender to entrepot_definer
grant UPDATE on COLUMN tendering.tender.edits to entrepot_app
grant INSERT on TABLE tendering.tender_document to entrepot_definer
grant SELECT on TABLE tendering.tender_document to entrepot_app
grant SELECT on TABLE tendering.tender_document to entrepot_definer
grant INSERT on TABLE tendering.tender_event to entrepot_definer
grant SELECT on TABLE tendering.tender_event to entrepot_app
grant SELECT on TABLE tendering.tender_event to entrepot_definer
grant DELETE on TABLE tendering.tender_line to entrepot_definer
grant INSERT on TABLE tendering.tender_line to entrepot_definer
grant SELECT on TABLE tendering.tender_line to entrepot_app
grant SELECT on TABLE tendering.tender_line to entrepot_definer
grant UPDATE on TABLE tendering.tender_line to entrepot_definer
grant INSERT on TABLE tendering.tender_private to entrepot_definer
grant SELECT on TABLE tendering.tender_private to entrepot_app
grant SELECT on TABLE tendering.tender_private to entrepot_definer
grant UPDATE on TABLE tendering.tender_private to entrepot_definer
grant EXECUTE on FUNCTION tendering.tender_status(timestamp with time zone,timestamp with to entrepot_app
comment on catalog.class_mapping 0 is 'wall: global. A class of one system is, or contains, a class of another.'
comment on catalog.classification 0 is 'wall: global. Classes of published systems (UNSPSC, ATA, ECLASS) by version, with names by language.'
comment on catalog.classification_release 0 is 'wall: global. A version of a published classification as the operator loaded it; one version of a system is current.'
comment on catalog.common_alias 0 is 'wall: global. What everybody may call a part: NSN, GTIN, former and supplier numbers, noted by the operator.'
comment on catalog.identity_correction 0 is 'wall: global. What the operator has found out about wrong identities: two parts are one (MERGE), or what one supplier offers as a part is another (SPLIT).'
comment on catalog.interchange_approval 0 is 'wall: market. Whoever may say so stands behind a link: the manufacturer for all, a buyer for himself (or one of his fleets), until revoked.'
comment on catalog.interchange_code 0 is 'wall: global. Interchangeability codes (INC) and classes (D590) by version, and what the hub does on each; a licensed user corrects a list by a version of its own.'
comment on catalog.interchange_link 0 is 'wall: market. One direction of interchangeability as somebody asserts it: the new part, or the set, that may stand for the old. A buyer sees his own; a supplier speaks to all, and it is a claim.'
comment on catalog.interchange_member 0 is 'wall: market. A part of a set with its quantity; a set is offered whole or not at all.'
comment on catalog.manufacturer 0 is 'wall: global. Maker or issuing body of parts, made when a catalogue first names it; merged and renamed by the operator.'
comment on catalog.manufacturer_alias 0 is 'wall: global. What a file may call a manufacturer: C:<CAGE or code> or N:<normalised name>.'
comment on catalog.manufacturer_merge 0 is 'wall: global. Two manufacturers that the operator found to be one, with what moved, so that it can move back.'
comment on catalog.part 0 is 'wall: global. One identity per manufacturer and number as written; each field belongs to manufacturer, operator or first supplier.'
comment on catalog.part_alias 0 is 'wall: private. What a buyer calls a part: his own numbers.'
comment on catalog.part_content 0 is 'wall: market. A file by hash, or a link, that an organisation adds to a part in one language; everybody reads it under the name of who added it.'
comment on catalog.part_search 0 is 'wall: global. Search document of a part: words in simple form, pairs of Han characters, trigrams of the key.'
comment on exchange.delivery_attempt 0 is 'wall: private. One try to deliver a message: when, what came back.'
comment on exchange.document 0 is 'wall: private. One business document inside a message and what became of it.'
comment on exchange.message 0 is 'wall: private. One transmission to or from an organisation''s ERP, with the reply that was given.'
comment on exchange.message 28 is 'Rights of the key that delivered it; null: the hub itself took it from a folder.'
comment on exchange.message 29 is 'How often the sweep failed to apply it.'
comment on exchange.message_body 0 is 'wall: private. The bytes as they came or went, shared secrets blanked; never changed.'
comment on exchange.partner_identity 0 is 'wall: private. The code by which an organisation''s ERP knows a partner, or itself.'
comment on exchange.partner_profile 0 is 'wall: private. How an organisation''s ERP speaks in one role: format, transport, identifiers, habits; the secret is sealed.'
comment on organizations.api_key 0 is 'wall: private. What a key is for and how long; its secret is kept elsewhere, as a hash.'
comment on organizations.api_key_secret 0 is 'wall: system. SHA-256 of each key, found by its eight public characters.'
comment on organizations.break_glass 0 is 'wall: system. When which operator looked into which organisation, and why.'
comment on organizations.default_role 0 is 'wall: global. What a built-in role may do in an organisation of a kind; the row ADMIN bounds every role of that kind.'
comment on organizations.invitation 0 is 'wall: private. An open or past invitation; the token of its link is kept elsewhere, as a hash.'
comment on organizations.known_place 0 is 'wall: system. Networks and devices, hashed, from which a person has signed in: guessing from elsewhere does not lock him out there.'
comment on organizations.member 0 is 'wall: private. A person in one organisation; joins and leaves by definer functions only.'
comment on organizations.membership 0 is 'wall: system. Which organisations a person belongs to now: what sign-in needs before an organisation is bound.'
comment on organizations.one_time_token 0 is 'wall: system. Links sent by mail, by SHA-256, each good once.'
comment on organizations.organization 0 is 'wall: global. Public card of an organisation; written by definer functions only.'
comment on organizations.partnership 0 is 'wall: two-party. A buyer (owner) trades with a supplier (counterparty); written by definer functions, for either side.'
comment on organizations.partnership_tolerance 0 is 'wall: private. What a buyer lets pass without asking; the supplier never sees it.'
comment on organizations.person 0 is 'wall: system. One human being with his password hash; reached through definer functions.'
comment on organizations.role 0 is 'wall: private. A role an organisation made for itself; the built-in ones stand in default_role.'
comment on organizations.session 0 is 'wall: system. One sign-in: the family of its refresh tokens.'
comment on organizations.session_token 0 is 'wall: system. Refresh tokens by SHA-256; one that comes a second time ends its session.'
comment on organizations.site 0 is 'wall: private. An address of an organisation; orders carry a snapshot of it.'
comment on platform.audit_event 0 is 'wall: private. Who did or tried what; rows are added, never changed.'
comment on platform.counter 0 is 'wall: private. The last number given per organisation, kind of document and year.'
comment on platform.file 0 is 'wall: private. A stored file: its content address, and the name and type it came with.'
comment on platform.idempotency_key 0 is 'wall: private. The first answer to a key, kept 30 days and given again to the same request.'
comment on platform.job_fence 0 is 'wall: private. The highest attempt that began a job, and when its effect was committed.'
comment on platform.mail 0 is 'wall: system. The outbox: KEPT says that no mail server is configured and the operator reads it here.'
comment on platform.throttle 0 is 'wall: system. Points used per throttled key; written on the jobs connection, outside of any unit of work.'
comment on platform.worker_beat 0 is 'wall: system. The last sign of life of each job worker.'
comment on procurement.alternates_consent 0 is 'wall: two-party. How far the buyer (owner) lets the supplier (counterparty) substitute the part of an order line; no row means not at all.'
comment on procurement.basket 0 is 'wall: private. A named basket of one member or key; version counts its edits.'
comment on procurement.basket_line 0 is 'wall: private. One offer in a basket, with the quantity wanted and the price that was seen.'
comment on procurement.certificate_edge 0 is 'wall: global. The legal steps of a required certificate: who may do what to it, from which state.'
comment on procurement.certificate_file 0 is 'wall: two-party. A file attached for a required certificate, by hash, for a quantity of the line; what was found odd about it, and who judged it how.'
comment on procurement.certificate_need 0 is 'wall: private. A certificate that a buyer requires of everything he orders, of one supplier or of all.'
comment on procurement.gate_check 0 is 'wall: two-party. What a version of a rule decided of an order line, from which facts, and who released it why.'
comment on procurement.gate_rule 0 is 'wall: market. A version of a rule on dangerous goods, shelf life or export. The operator binds all, a supplier the orders he gets, a buyer his own, which nobody else sees.'
comment on procurement.line_certificate 0 is 'wall: two-party. A certificate that an order line requires, by whose word, and how far it is: promised, attached, reviewed.'
comment on procurement.order_event 0 is 'wall: two-party. The timeline: who did what to an order, when and through which channel. seq is the order''s version after it.'
comment on procurement.order_line 0 is 'wall: two-party. One line as ordered, with everything it needs copied: price with basis, units, factor, part numbers of both sides.'
comment on procurement.order_private 0 is 'wall: private. What the buyer alone knows about his order: cost reference, note, who placed it, his sites.'
comment on procurement.priority 0 is 'wall: global. The priorities, the most urgent with rank 1, and what holds where a supplier says nothing else.'
comment on procurement.priority_contact 0 is 'wall: private. Whom an organisation tells: 0 when a request opens, 1 at a warning, 2 at a breach, 3 and more as it goes on.'
comment on procurement.priority_policy 0 is 'wall: market. What a supplier promises for a priority: to all his partners, or to one by contract.'
comment on procurement.purchase_order 0 is 'wall: two-party. Buyer (owner) orders from supplier (counterparty); status is computed from the schedule lines.'
comment on procurement.rotable 0 is 'wall: two-party. A unit that goes round between a buyer (owner) and a supplier (counterparty): the core of an exchange, or a repair.'
comment on procurement.rotable_charge 0 is 'wall: two-party. What a core or repair costs beside its order: deposit, late fees, core value, repair.'
comment on procurement.rotable_clock 0 is 'wall: two-party. When a core or repair warns, is due, costs a fee or is billed, and when it did.'
comment on procurement.rotable_edge 0 is 'wall: global. The legal steps of a core or repair: who may do what, from which state, and where that leads.'
comment on procurement.rotable_event 0 is 'wall: two-party. The log of a core or repair: who did what, and what ran out, each once.'
comment on procurement.rotable_serial 0 is 'wall: private. Serials that a supplier (owner) has out in exchange or took in: each once at a time.'
comment on procurement.schedule_edge 0 is 'wall: global. The legal steps of a quantity: who may do what to it, from which state, and where that leads.'
comment on procurement.schedule_line 0 is 'wall: two-party. One quantity of a line with its state, dates and open proposal or request; the quantities of a line add up to it.'
comment on procurement.urgent_clock 0 is 'wall: two-party. When a clock of an urgent request warns, is breached and escalates, and when it did.'
comment on procurement.urgent_event 0 is 'wall: two-party. The log of an urgent request: who did what, and which clock ran out, each once.'
comment on procurement.urgent_request 0 is 'wall: two-party. A buyer (owner) asks a supplier (counterparty) for a part now, with the intake answers and the deadlines.'
comment on procurement.watch 0 is 'wall: private. What a member wants to hear of: a part, or all parts that a saved search finds.'
comment on procurement.watch_key 0 is 'wall: system. Marks of parts that a watch may be about: the part itself, or one mark that every hit of a search has.'
comment on procurement.watch_mail 0 is 'wall: system. Links in mails that stop them, by the hash of their secret.'
comment on procurement.watch_notice 0 is 'wall: private. One change that a member is told of, once.'
comment on procurement.watch_state 0 is 'wall: private. What a watch saw of a part when it last looked: offers, stock, lowest price.'
comment on procurement.watch_touch 0 is 'wall: system. Parts that moved under a watch since it last looked.'
comment on supply.agreement 0 is 'wall: two-party. Prices a supplier (owner) has agreed with a buyer (counterparty) for a time; after it is signed only its last day is brought forward.'
comment on supply.agreement_price 0 is 'wall: two-party. One term of an agreement: the price of an offer, or a discount on a category of the supplier.'
comment on supply.asking_call 0 is 'wall: private. One question to the ERP of a supplier and what came of it; never its bytes.'
comment on supply.asking_profile 0 is 'wall: private. How the ERP of a supplier is asked for the stock of a place; * stands for every place it names.'
comment on supply.audience 0 is 'wall: private. Group of buyers that a supplier shows offers to; who is in it is audience_member.'
comment on supply.audience_member 0 is 'wall: two-party. A supplier (owner) lets a buyer (counterparty) see the offers of one of its groups.'
comment on supply.calendar 0 is 'wall: market. When a place works: its time zone, week, hours, cut-off and handling days. Partners read it.'
comment on supply.calendar_day 0 is 'wall: market. A day on which a place is closed although it is a working day, or open although it is none.'
comment on supply.catalogue 0 is 'wall: private. Catalogue of a supplier: scope of its loads, and how its files are read.'
comment on supply.category_audience 0 is 'wall: private. Whom a supplier shows a category of a catalogue, where it is not whom he shows the rest.'
comment on supply.charge_rule 0 is 'wall: market. A charge of a supplier beside his prices: on all goods or a category, always or under a condition.'
comment on supply.customer_category 0 is 'wall: two-party. The one category of customers that a supplier (owner) counts a buyer (counterparty) among.'
comment on supply.discount_rule 0 is 'wall: market. One row of a discount matrix: a category of customers, a category of goods, a time, a percentage off breaks and list price.'
comment on supply.exchange_rate 0 is 'wall: two-party. A rate for showing prices in another currency: what 1 of the first is in the second; agreed with a partner, of a day, or frozen for a time.'
comment on supply.exchange_terms 0 is 'wall: market. An offer that is sold in exchange: what its core is worth, when it is due, what a late or bad one costs.'
comment on supply.hold_policy 0 is 'wall: private. How long buyers may hold stock of a supplier; 0: not at all. No row: the hub defaults.'
comment on supply.inbound 0 is 'wall: market. A receipt that a supplier expects: how much of an offer, where and when, and how much of it is promised.'
comment on supply.inbound_claim 0 is 'wall: two-party. What a promise to a buyer (counterparty) claims of an expected receipt, or gave back.'
comment on supply.lot 0 is 'wall: market. Units of an offer that share a lot or have a serial: condition, certificates, trace, shelf life, and how many of them orders have taken.'
comment on supply.lot_certificate 0 is 'wall: market. A certificate of a lot, by hash. Seen by whoever sees the lot when its supplier says so, else by him alone.'
comment on supply.lot_claim 0 is 'wall: two-party. Units of a lot that an order line of a buyer (counterparty) has taken.'
comment on supply.lot_code 0 is 'wall: global. Conditions, certificates and trace indicators by version; what equals what in the other list of conditions, and what is never sold from a shelf.'
comment on supply.lot_departure 0 is 'wall: two-party. Units of a lot that left with a movement of an order line of a buyer (counterparty), as they were then; without a lot when its supplier states none for the offer.'
comment on supply.managed_location 0 is 'wall: private. A place whose stock is managed here: reports leave it alone, its ledger is the count.'
comment on supply.market_price 0 is 'wall: global. What a part cost in public on one day (UTC), per condition, currency and unit with at least three sellers; never changed.'
comment on supply.offer 0 is 'wall: market. What a supplier sells of a part; the newest published state. Withdrawn offers stay, they are not orderable.'
comment on supply.offer_certificates 0 is 'wall: market. What certificates a supplier promises with every unit of an offer.'
comment on supply.offer_history 0 is 'wall: private. Earlier states of an offer with the versions they held in, both ends included; never changed.'
comment on supply.part_supply 0 is 'wall: global. How many public offers a part has, of which suppliers, and whether one of them is in stock.'
comment on supply.price_break 0 is 'wall: market. Price of an offer from a quantity of order units on, in the currency and basis of the offer.'
comment on supply.pricing_policy 0 is 'wall: market. In which order the sources of a price are asked of a supplier, and which kinds of rules he has.'
comment on supply.promise 0 is 'wall: two-party. A dated answer to a buyer (owner) about an offer of a supplier (counterparty), with the inputs it was computed from.'
comment on supply.publication 0 is 'wall: private. Versions of a catalogue; never changed after they are written.'
comment on supply.record_block 0 is 'wall: private. Records of a file that were accepted as they stand, so that the next file need not be read where it repeats them.'
comment on supply.repair_terms 0 is 'wall: market. An offer whose supplier repairs such units too: at a fixed price or by quote, and how long it takes.'
comment on supply.row_problem 0 is 'wall: private. What is wrong with a row of an upload: line, column, code and the facts for its sentence.'
comment on supply.staged_category 0 is 'wall: private. Groups of parts as a file names them after its rows.'
comment on supply.staged_change 0 is 'wall: private. What publishing an upload would change; rows of the upload that are not here change nothing.'
comment on supply.staged_row 0 is 'wall: private. Rows of an upload as read, before anybody else may see them.'
comment on supply.staged_same 0 is 'wall: private. Records of an upload that say what they said in the file of an earlier version: not read again.'
comment on supply.stock 0 is 'wall: market. Quantity of an offer by location as its supplier last reported it, and how much of it orders hold.'
comment on supply.stock_hold 0 is 'wall: two-party. Stock of a supplier that a buyer (counterparty) holds until an instant; its ledger rows stand under hold:<id>.'
comment on supply.stock_ledger 0 is 'wall: two-party. What an order line of a buyer (counterparty) holds, gave back or took; the sum of a row is stock.reserved.'
comment on supply.transit 0 is 'wall: market. How many days a supplier needs from a place to a country or region, by ship method. Partners read it.'
comment on supply.unit_terms_past 0 is 'wall: private. The last version of terms that were removed: those that come after count on, so that nobody has seen them before.'
comment on supply.upload 0 is 'wall: private. One file of a supplier on its way from quarantine to publication.'
comment on supply.upload 25 is 'When it is published by itself; null: when somebody says so.'
comment on tendering.amendment 0 is 'wall: market. A version of a published tender: what was changed, why, and whether bids must be confirmed.'
comment on tendering.arrival 0 is 'wall: system. How many bids have arrived at a lot; counted under its lock.'
comment on tendering.auction 0 is 'wall: market. An auction of a lot among admitted bids: its terms as they were published, and how it was steered.'
comment on tendering.auction_act 0 is 'wall: system. The ledger of an auction: what was entered when by the clock of the database, under the label of the bidder, chained by hash. Rows are only ever added.'
comment on tendering.auction_bidder 0 is 'wall: two-party. A bidder (counterparty) in an auction of a buyer (owner): his label, under which alone the others meet him, and what was fixed for him before.'
comment on tendering.auction_file 0 is 'wall: market. The terms and the whole ledger of a sealed auction under labels, published to those who took part before its result. Rows are only ever added.'
comment on tendering.auction_head 0 is 'wall: system. Where an auction stands: its opening text, the end of its ledger, the closes as they are known, and when its clock looks next.'
comment on tendering.auction_result 0 is 'wall: market. How an auction came out, replayed from its published file. Rows are only ever added.'
comment on tendering.award 0 is 'wall: two-party. What a buyer (owner) has awarded to a bidder (counterparty), and what came of it; a cancelled one stays.'
comment on tendering.award_line 0 is 'wall: two-party. How much of a line is awarded at which price, as the bid had it.'
comment on tendering.award_note 0 is 'wall: private. Why a bidder got an award, and which rank his bid had: for the buyer alone.'
comment on tendering.award_scenario 0 is 'wall: private. How a buyer might hand out a tender under his rules, and the best that was found.'
comment on tendering.bid 0 is 'wall: market. The bid of a supplier (owner) on a lot in one round, as it stands: its last version that was accepted, and when.'
comment on tendering.bid_content 0 is 'wall: market. What a bid says now, one row for each envelope, with the hash that its receipt names.'
comment on tendering.bid_draft 0 is 'wall: private. What a bidder has not submitted yet.'
comment on tendering.bid_receipt 0 is 'wall: market. What was accepted when, by hash: the bidder has it at once, the buyer with the bids. Rows are only ever added.'
comment on tendering.bid_score 0 is 'wall: private. Points of a member of the buyer for a bid in a criterion, or whether it passes.'
comment on tendering.bid_version 0 is 'wall: private. Every version of a bid as its bidder submitted, confirmed or withdrew it; the buyer reads none but the last.'
comment on tendering.clock_beat 0 is 'wall: system. When the clock of the tenders ran: a deadline that fell while it stood still is not held against anybody.'
comment on tendering.envelope_opening 0 is 'wall: two-party. What came out of an envelope, proven to be what was sealed, or why nothing did; and whether it passed. Its bidder (counterparty) reads it too.'
comment on tendering.evaluation 0 is 'wall: private. How the bids on a lot were ranked: the text that was shown, and its hash. Rows are only ever added.'
comment on tendering.follower 0 is 'wall: system. Who is told of the moves of a tender; a buyer must not read here who thinks of bidding.'
comment on tendering.half_part 0 is 'wall: private. The hub''s part of the key of one envelope; without the officers'' part it opens nothing. A bid that failed before has none.'
comment on tendering.half_release 0 is 'wall: private. That the hub gave its part of the keys of one kind of envelopes of a round: once, and at or after the deadline.'
comment on tendering.handed_share 0 is 'wall: private. A share that its holder handed in, sealed to the key of the session.'
comment on tendering.held_share 0 is 'wall: private. A share of the officers'' half of a tender''s key, sealed to its holder''s own key.'
comment on tendering.hub_half 0 is 'wall: market. The hub''s half of the key of one round of a lot: bids are sealed to it and to the officers'' half at once.'
comment on tendering.hub_secret 0 is 'wall: system. The hub''s private half, sealed with its deadline; destroyed when the last envelope of the round was released.'
comment on tendering.interest 0 is 'wall: private. What a member of the buyer says of his interests before he scores bids.'
comment on tendering.invitation 0 is 'wall: two-party. A supplier (counterparty) whom a buyer (owner) has invited to a tender; no other supplier hears of it.'
comment on tendering.line_private 0 is 'wall: private. The target price of a line that a buyer keeps to himself.'
comment on tendering.lot 0 is 'wall: market. What is evaluated and awarded by itself; a tender has at least one.'
comment on tendering.lot_round 0 is 'wall: market. When bids for a lot are taken, until which moment of the database, and from when the buyer reads them.'
comment on tendering.notice 0 is 'wall: public. A release of a public tender, byte for byte; rows are only ever added.'
comment on tendering.officer_key 0 is 'wall: private. The public key of an officer who opens bids, or, without a member, of the party that keeps the recovery share off-line. Private keys never come here.'
comment on tendering.opening_session 0 is 'wall: private. A session for which holders hand in their shares, sealed to a key that only the client of its opener has.'
comment on tendering.public_tender 0 is 'wall: public. Where a public tender stands, by its last release.'
comment on tendering.question 0 is 'wall: market. A question about a tender without its asker, and the answer that all read.'
comment on tendering.question_asker 0 is 'wall: private. Which questions an organisation has asked; nobody else reads it, the buyer neither.'
comment on tendering.receipt_key 0 is 'wall: system. The key with which the hub signs receipts; its private half is sealed under a key that is not in the database.'
comment on tendering.round_admission 0 is 'wall: two-party. A bidder (counterparty) whom the buyer (owner) lets into a further round.'
comment on tendering.sealing 0 is 'wall: market. How bids of a tender are sealed: the officers'' half of its key, how many of them open it, which envelopes a bid has.'
comment on tendering.tender 0 is 'wall: market. What a buyer asks suppliers to bid for: terms, dates, and how it is decided.'
comment on tendering.tender_document 0 is 'wall: market. A document of a tender, by the hash of its content.'
comment on tendering.tender_event 0 is 'wall: private. The log of a tender as its buyer reads it; rows are only ever added.'
comment on tendering.tender_line 0 is 'wall: market. What is wanted: a part or free text, how much, by when, where; a target price only when it is shown.'
comment on tendering.tender_private 0 is 'wall: private. What a buyer alone knows of his tender.'
