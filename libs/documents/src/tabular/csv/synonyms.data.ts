// Column names that suppliers use, as `suggestMapping` normalises them (lower case, no accents, words apart). Own collection
// from distributor price lists and ERP exports in English, German and Chinese. `en:` / `de:` / `zh:` starts the names of a language.

/** Target -> names by language, separated by `|`. The order of targets decides where a name stands twice. */
export const synonyms: Readonly<Record<string, string>> = {
  supplierPart:
    'en:supplier part|supplier part number|supplier part id|supplier pn|supplier sku|supplier item|vendor part|vendor part number|vendor sku|vendor item number|seller part number|our part number|sku|stock code|stock number|item code|item id|item number|item no|item|article number|article no|catalog number|catalogue number|cat no|order code|order number|ordering code|product code|product id|product number|product no|material number|material de:artikelnummer|artikel nr|artikelnr|art nr|artnr|artikel|lieferantenartikelnummer|lief artikelnr|bestellnummer|bestell nr|materialnummer|material nr|produktnummer|sachnummer|warennummer|hausnummer zh:供应商料号|供应商零件号|供应商编号|料号|物料号|物料编码|货号|商品编码|商品编号|产品编号|编码|供應商料號|料號|貨號|商品編號|產品編號',
  manufacturerPart:
    'en:manufacturer part|manufacturer part number|manufacturer part no|manufacturer part id|manufacturer pn|mfr part|mfr part number|mfr pn|mfg part number|mfg pn|mfg part|mpn|oem part number|oem pn|oem number|maker part number|manufacturer number|manufacturer item number de:herstellerartikelnummer|hersteller artikelnummer|hersteller artikelnr|hersteller art nr|herstellernummer|hersteller nr|herstellerteilenummer|hersteller teilenummer|hersteller typ zh:制造商料号|制造商零件号|制造商型号|厂家型号|厂商料号|原厂料号|原厂型号|件号|製造商料號|原廠料號|件號',
  partNumber: 'en:part number|part no|part num|partnumber|pn|p n|part|part id|number de:teilenummer|teile nr|nummer|nr zh:零件号|零件編號|零件编号|型号|型號',
  cage: 'en:cage|cage code|ncage|fscm|mfr cage|manufacturer code|manufacturer cage|mfr code de:cage code|herstellercode|hersteller code zh:制造商代码|厂商代码|製造商代碼',
  manufacturer: 'en:manufacturer|manufacturer name|mfr|mfr name|mfg|mfg name|maker|brand|brand name|oem|make de:hersteller|herstellername|hersteller name|marke|fabrikat zh:制造商|厂商|厂家|品牌|生产商|製造商|廠商',
  gtin: 'en:gtin|ean|upc|barcode|ean13|ean code|upc code|ean upc de:ean|gtin|barcode|strichcode zh:条码|条形码|國際條碼|條碼',
  name: 'en:name|item name|product name|part name|title|short description|description short|item description|product description|nomenclature|keyword name|noun|designation de:name|bezeichnung|artikelbezeichnung|kurztext|kurzbezeichnung|kurzbeschreibung|benennung|produktname|artikelname|artikeltext zh:名称|品名|商品名称|产品名称|零件名称|物料名称|物料描述|中文名称|名稱|商品名稱|產品名稱',
  description: 'en:description|long description|description long|long text|details|specification|full description|product details|remarks de:beschreibung|langtext|langbeschreibung|langbezeichnung|artikelbeschreibung|details zh:描述|说明|规格|规格说明|详细描述|产品描述|說明|規格',
  orderUnit: 'en:unit|uom|uo m|u m|order unit|unit of measure|unit of measurement|sales unit|selling unit|ui|unit of issue|u i|order uom|sales uom|pack unit de:einheit|me|mengeneinheit|bestelleinheit|verkaufseinheit|ve einheit|basismengeneinheit|bme zh:单位|计量单位|订货单位|销售单位|單位|計量單位',
  contentUnit: 'en:content unit|base unit|content uom|inner unit|unit of content de:inhaltseinheit|basiseinheit|inhalt einheit zh:内容单位|基本单位|基本單位',
  contentPerOrderUnit: 'en:content|content quantity|pack size|pack qty|package quantity|pack quantity|units per pack|qty per pack|quantity per pack|pieces per pack|pcs per pack|contents|box quantity|qty per unit de:inhalt|packungsinhalt|verpackungseinheit|ve|vpe|stuck pro packung|inhalt pro packung|packungsgrosse zh:包装数量|每包数量|装箱数|包装规格|包裝數量|裝箱數',
  priceUnit: 'en:price unit|price uom|pricing unit|unit of price|pricing uom de:preiseinheit einheit|preismengeneinheit|preis me zh:价格单位|计价单位|價格單位|計價單位',
  priceBasis: 'en:price basis|price per|per|price quantity|basis|price base|price base quantity|pricing quantity|price qty|price unit quantity|price multiplier de:preisbasis|preiseinheit|pe|preis pro|preismenge|preis per|je zh:价格基数|计价数量|價格基數|計價數量',
  price: 'en:price|unit price|list price|net price|cost|unit cost|sell price|sales price|selling price|catalog price|catalogue price|price each|price usd|price eur|msrp net|base price|your price|customer price de:preis|einzelpreis|listenpreis|nettopreis|verkaufspreis|vk preis|vk|stuckpreis|grundpreis|ek preis|einkaufspreis|preis netto|preis eur zh:价格|单价|售价|销售价|净价|目录价|未税单价|價格|單價|售價|未稅單價',
  currency: 'en:currency|currency code|curr|cur|price currency|ccy de:wahrung|waehrung|wahr|wkz zh:币种|货币|幣別|幣種|貨幣',
  validFrom: 'en:valid from|effective date|effective from|price valid from|start date|price effective date de:gultig ab|gueltig ab|gultig von|preis gultig ab zh:生效日期|有效期起|生效日',
  validTo: 'en:valid to|valid until|expiry date|expiration date|effective to|price valid to|end date|expires de:gultig bis|gueltig bis|preis gultig bis zh:失效日期|有效期至|截止日期',
  taxRate: 'en:tax|tax rate|vat|vat rate|vat percent de:mwst|mwst satz|steuer|steuersatz|ust zh:税率|稅率',
  minimum: 'en:minimum|min|min qty|minimum quantity|minimum order|minimum order quantity|moq|min order qty|min order|minimum order qty de:mindestmenge|mindestbestellmenge|min menge|mindestabnahme|mbm zh:最小订购量|起订量|最小起订量|最低订货量|最小訂購量|起訂量',
  multiple: 'en:multiple|order multiple|multiples|quantity interval|qty multiple|increment|order increment|spq|standard pack|standard pack quantity|std pack|mult de:bestellintervall|mengenschritt|staffelung|losgrosse|verkaufsmenge zh:订购倍数|倍数|最小包装量|最小包装|訂購倍數|最小包裝量',
  leadDays: 'en:lead time|lead days|leadtime|lead time days|lead time in days|delivery time|delivery days|lt days|production lead time|delivery de:lieferzeit|lieferzeit tage|lieferzeit in tagen|wiederbeschaffungszeit|lieferfrist|wbz zh:交期|货期|交货期|交货周期|供货周期|貨期|交貨期',
  unspsc: 'en:unspsc|unspsc code|spsc|spsc code|commodity code unspsc|unspsc id de:unspsc|unspsc code zh:unspsc|unspsc编码',
  ata: 'en:ata|ata chapter|ata code|ata 100|ata spec 100|ata chap de:ata|ata kapitel zh:ata章节|ata章節',
  eclass: 'en:eclass|eclass code|ecl ss|eclass id de:eclass|eclass nummer zh:eclass',
  etim: 'en:etim|etim class|etim code de:etim|etim klasse zh:etim',
  stock: 'en:stock|stock qty|stock quantity|on hand|qty on hand|quantity on hand|qoh|available|availability|qty available|available qty|quantity available|available quantity|inventory|qty|quantity|free stock|in stock de:bestand|lagerbestand|verfugbar|verfugbare menge|menge|lagermenge|vorrat zh:库存|库存数量|现货|可用库存|数量|库存量|庫存|庫存數量|現貨|數量',
  location: 'en:location|warehouse|stock location|site|branch|plant|depot|warehouse code de:lager|lagerort|standort|werk|niederlassung zh:仓库|库位|地点|倉庫|庫位',
  shelfLifeDays: 'en:shelf life|shelf life days|shelf life in days|shelflife de:haltbarkeit|haltbarkeit tage|lagerfahigkeit|mindesthaltbarkeit zh:保质期|有效期|保存期限|保質期',
  hazmat: 'en:hazmat|un number|hazardous|hazard class|dangerous goods|hazmat code|un no|dg de:gefahrgut|un nummer|gefahrgutklasse|gefahrstoff zh:危险品|危险品编号|un编号|危險品',
  countryOfOrigin: 'en:country of origin|origin|coo|country|made in|origin country de:ursprungsland|herkunftsland|ursprung|herkunft zh:原产地|产地|原产国|原產地|產地',
  keywords: 'en:keywords|keyword|tags|search terms|search words de:stichworte|schlagworte|schlagworter|suchbegriffe|suchworte zh:关键词|关键字|搜索词|關鍵詞|關鍵字',
  image: 'en:image|image url|picture|photo|image link|picture url|thumbnail de:bild|bild url|bildurl|foto|abbildung zh:图片|图片链接|圖片',
  document: 'en:document|datasheet|data sheet|datasheet url|document url|pdf|spec sheet de:datenblatt|datenblatt url|dokument zh:数据手册|规格书|文档|規格書',
  approvalBasis: 'en:approval basis|approval|certification basis|approval type|certificate basis|approval status de:zulassung|zulassungsbasis|zulassungsart zh:批准依据|适航批准|批准類別',
  nonCancellable: 'en:ncnr|non cancellable|non cancelable|non returnable|ncnr flag|non cancellable non returnable de:nicht stornierbar|stornierbar nein|keine ruckgabe zh:不可取消|不可退换|不可取消不可退',
  category: 'en:category|product category|group|product group|class|family|product family|category name|product line de:kategorie|warengruppe|produktgruppe|artikelgruppe|gruppe|sortiment zh:类别|分类|产品类别|品类|類別|分類',
  revision: 'en:revision|rev|revision level|part revision|rev level de:revision|revisionsstand|anderungsstand zh:版本|修订版|版次|修訂版',
  actualMaker: 'en:actual manufacturer|actual maker|made by|producer|fabricator de:tatsachlicher hersteller|fertiger zh:实际制造商|實際製造商',
  unNumber: 'en:un id|unno|un code|dangerous goods number|un id number de:un kennnummer|unnr zh:联合国编号|聯合國編號',
  hazardClass: 'en:hazard division|dg class|adr class|imdg class|iata class|class or division de:gefahrklasse|adr klasse zh:危险类别|危險類別',
  packingGroup: 'en:packing group|packaging group|pg|pkg group de:verpackungsgruppe zh:包装类别|包裝類別',
  shelfLifeExtendable: 'en:shelf life extendable|extendable shelf life|shelf life extension de:haltbarkeit verlangerbar zh:保质期可延长|保存期限可延長',
  eccn: 'en:eccn|export class|export control|export control number|export classification de:exportklasse|ausfuhrlistennummer zh:出口管制编码|出口管制編碼',
  hsCode: 'en:hs|hs code|hts|hts code|tariff|tariff code|customs tariff|commodity code|harmonized code|taric|schedule b de:zolltarifnummer|warentarifnummer|statistische warennummer zh:海关编码|海關編碼|税则号|稅則號',
  lifeLimited: 'en:life limited|life limited part|llp|life limit de:lebensdauerbegrenzt zh:寿命件|时寿件|壽命件',
  essentiality: 'en:essentiality|ess|essentiality code de:essentialitat zh:重要性代码|重要性代碼',
  spareClass: 'en:spare class|spc|spare part class|spares class de:ersatzteilklasse zh:备件类别|備件類別',
  action: 'en:action|action code|change type|operation|update type|transaction|mode|record type de:aktion|anderungsart|kennzeichen aktion|modus zh:操作|动作|变更类型|動作',
  delete: 'en:delete|deleted|delete flag|discontinued|obsolete|remove de:loschen|geloscht|loschkennzeichen|ausgelaufen zh:删除|停产|刪除|停產',
  priceType: 'en:price type|price kind|type of price de:preisart|preistyp zh:价格类型|價格類型',
};

/** Words before a number that name a break quantity or a break price: qty_1, price_1, Staffelmenge 2, 数量1. */
export const breakWords = {
  quantity: 'qty|quantity|break|break qty|break quantity|price break|price break qty|from|from qty|from quantity|scale qty|tier qty|menge|staffelmenge|ab menge|staffel|ab|mengenstaffel|数量|阶梯数量|起订数量|數量|階梯數量',
  price: 'price|break price|price break price|unit price|net price|scale price|tier price|preis|staffelpreis|preisstaffel|nettopreis|价格|单价|阶梯价|阶梯价格|單價|價格|階梯價',
} as const;
