import {
  IconAlarm,
  IconArrowsExchange,
  IconBasket,
  IconBinaryTree2,
  IconBolt,
  IconBook2,
  IconBuilding,
  IconBuildingFactory2,
  IconBuildingWarehouse,
  IconCalendar,
  IconCertificate,
  IconClipboardList,
  IconClockPause,
  IconCloudQuestion,
  IconCurrencyEuro,
  IconEye,
  IconFileCertificate,
  IconFilePlus,
  IconFingerprint,
  IconGavel,
  IconHome,
  IconKey,
  IconListCheck,
  IconLockOpen,
  IconMail,
  IconMapPin,
  IconPercentage,
  IconPlane,
  IconPlugConnected,
  IconRecycle,
  IconReplace,
  IconSearch,
  IconShieldCheck,
  IconTool,
  IconUpload,
  IconUsers,
  IconUsersGroup,
  IconUsersPlus,
} from '@tabler/icons-react';

/** One place of the portal: shown when the signed-in member holds one of `rights` (or always, without). `key` names its sentence. */
export interface Place {
  to: string;
  key: string;
  icon: typeof IconHome;
  rights?: readonly string[];
  /** Where pages of it stand that both sides share. */
  also?: string;
}
export interface Area {
  key: string;
  places: readonly Place[];
}

/** Areas by role; the same list feeds the navigation and Ctrl K. */
export const areas: readonly Area[] = [
  { key: 'work', places: [{ to: '/', key: 'home', icon: IconHome }] },
  {
    key: 'buy',
    places: [
      { to: '/search', key: 'search', icon: IconSearch, rights: ['basket:edit'], also: '/parts' },
      { to: '/quick-order', key: 'quickOrder', icon: IconBolt, rights: ['basket:edit'] },
      { to: '/aog', key: 'aog', icon: IconPlane, rights: ['order:place'] },
      { to: '/urgent?side=buy', key: 'urgentPlaced', icon: IconAlarm, rights: ['order:place'] },
      { to: '/rotables?side=buy', key: 'rotablesOwed', icon: IconRecycle, rights: ['order:place'] },
      { to: '/baskets', key: 'baskets', icon: IconBasket, rights: ['basket:edit'] },
      { to: '/watches', key: 'watches', icon: IconEye, rights: ['basket:edit'] },
      {
        to: '/buy/tenders',
        key: 'tendersBought',
        icon: IconGavel,
        rights: ['tender:manage', 'tender:award', 'tender:open'],
        also: '/auctions',
      },
      { to: '/buy/tenders/new', key: 'tenderNew', icon: IconFilePlus, rights: ['tender:manage'] },
      { to: '/buy/tenders/keys', key: 'openingKeys', icon: IconLockOpen, rights: ['tender:open'] },
      { to: '/orders?side=buy', key: 'ordersPlaced', icon: IconClipboardList, rights: ['order:place'], also: '/orders' },
    ],
  },
  {
    key: 'sell',
    places: [
      { to: '/sell/catalogues', key: 'catalogues', icon: IconBook2, rights: ['catalogue:read', 'catalogue:upload'] },
      { to: '/sell/upload', key: 'upload', icon: IconUpload, rights: ['catalogue:upload'] },
      { to: '/sell/stock', key: 'stock', icon: IconBuildingWarehouse, rights: ['stock:write'] },
      { to: '/sell/lots', key: 'lots', icon: IconCertificate, rights: ['stock:write'] },
      { to: '/sell/prices', key: 'prices', icon: IconPercentage, rights: ['agreement:manage'] },
      { to: '/agreements', key: 'agreements', icon: IconFileCertificate, rights: ['agreement:manage'] },
      { to: '/sell/groups', key: 'groups', icon: IconUsersPlus, rights: ['agreement:manage'] },
      { to: '/sell/holds', key: 'holds', icon: IconClockPause, rights: ['stock:write'] },
      { to: '/sell/asking', key: 'asking', icon: IconCloudQuestion, rights: ['stock:write'] },
      { to: '/urgent?side=sell', key: 'urgentReceived', icon: IconAlarm, rights: ['order:confirm'] },
      { to: '/sell/unit-terms', key: 'unitTerms', icon: IconTool, rights: ['agreement:manage'] },
      { to: '/rotables?side=sell', key: 'rotablesAwaited', icon: IconRecycle, rights: ['order:confirm'] },
      { to: '/sell/tenders', key: 'tendersOffered', icon: IconGavel, rights: ['bid:submit'], also: '/auctions' },
      { to: '/orders?side=sell', key: 'ordersReceived', icon: IconListCheck, rights: ['order:confirm'], also: '/orders' },
    ],
  },
  {
    key: 'exchange',
    places: [
      { to: '/exchange/messages', key: 'messages', icon: IconArrowsExchange, rights: ['exchange:read'] },
      { to: '/interchange-links', key: 'links', icon: IconReplace, rights: ['alternate:assert'] },
      { to: '/exchange/partners', key: 'partners', icon: IconPlugConnected, rights: ['exchange:manage', 'exchange:read'] },
    ],
  },
  {
    key: 'organization',
    places: [
      { to: '/organization', key: 'profile', icon: IconBuilding },
      { to: '/organization/members', key: 'members', icon: IconUsers, rights: ['member:manage'] },
      { to: '/organization/sites', key: 'sites', icon: IconMapPin, rights: ['site:manage'] },
      {
        to: '/organization/requirements',
        key: 'requirements',
        icon: IconShieldCheck,
        rights: ['certificate:review', 'gate:manage'],
      },
      { to: '/sell/calendar', key: 'calendar', icon: IconCalendar, rights: ['stock:write', 'site:manage'] },
      { to: '/organization/partnerships', key: 'partnerships', icon: IconUsersGroup, rights: ['partnership:manage'] },
      { to: '/rates', key: 'rates', icon: IconCurrencyEuro, rights: ['rate:manage'] },
      { to: '/organization/keys', key: 'keys', icon: IconKey, rights: ['apikey:manage'] },
    ],
  },
  {
    key: 'operator',
    places: [
      { to: '/operator/organizations', key: 'directory', icon: IconBuilding, rights: ['operator:organizations'] },
      { to: '/operator/mail', key: 'mail', icon: IconMail, rights: ['mail:read'] },
      { to: '/operator/manufacturers', key: 'manufacturers', icon: IconBuildingFactory2, rights: ['part:operate'] },
      { to: '/operator/identities', key: 'identities', icon: IconFingerprint, rights: ['part:operate'] },
      { to: '/operator/classifications', key: 'classifications', icon: IconBinaryTree2, rights: ['part:operate'] },
    ],
  },
];

export const mayGo = (place: Place, rights: ReadonlySet<string>): boolean =>
  !place.rights || place.rights.some((right) => rights.has(right));
