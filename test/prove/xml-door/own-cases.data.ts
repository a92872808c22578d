/** Documents with one fault each against the grammar of XML 1.0 and of its namespaces. */
export const wrong: readonly string[] = [
  '<a>', '<a></b>', '<a><b></a></b>', '<a/><b/>', '<a/>text', 'text<a/>', '<a', '<a b', '<a b=', '<a b="c', '<a b=c/>', '<a b="1" b="2"/>', "<a b='c\"/>",
  '<a b="<"/>', '<a b="&"/>', '<a>&</a>', '<a>& </a>', '<a>&b</a>', '<a>&b;</a>', '<a>&#x;</a>', '<a>&#;</a>', '<a>&#x110000;</a>', '<a>&#0;</a>', '<a>&#x1F;</a>', '<a>&#xD800;</a>',
  '<a>\u0001</a>', '<a>\uFFFE</a>', '<a>]]></a>', '<a><![CDATA[</a>', '<a><![cdata[x]]></a>', '<![CDATA[x]]><a/>', '<a/><![CDATA[x]]>', '<a><!-- - -- --></a>', '<a><!-- x --->y</a>', '<a><!-- x</a>',
  '<!-- x <a/>', '<a><?xml version="1.0"?></a>', '<a><?XML x?></a>', '<a><?b</a>', '<a><?></a>', ' <?xml version="1.0"?><a/>', '<?xml version="1.0"><a/>', '<?xml?><a/>',
  '<?xml encoding="UTF-8"?><a/>', '<?xml version="2.0"?><a/>', '<?xml version="1.0" encoding="UTF-8" standalone="maybe"?><a/>', '<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>',
  '<?xml version="1.0" version="1.0"?><a/>', '<?xml version="1.0"encoding="UTF-8"?><a/>', '< a/>', '<a / >', '<1a/>', '<-a/>', '<a.b$/>', '<a b="1"c="2"/>', '</a>', '<a></a', '<a></ a>', '',
  '<!DOCTYPE a><!DOCTYPE a><a/>', '<a/><!DOCTYPE a>', '<a><!DOCTYPE b></a>', '<!doctype a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<!DOCTYPE a [<!ENTITY % b "c"> %b;]><a/>', '<!DOCTYPE a [<a/>',
  '<x:a/>', '<a x:b="1"/>', '<a xmlns:x=""/>', '<a xmlns:xmlns="urn:a"/>', '<a xmlns:xml="urn:a"/>', '<a:b:c xmlns:a="urn:a"/>', '<a xmlns:x="urn:a" xmlns:y="urn:a" x:b="1" y:b="2"/>', '<a><!ENTITY b "c"></a>',
  '<?xml version="1.1"?><a>\u0085\u0080</a>', '<a>\u0000</a>',
];

/** Documents that are well-formed, however odd they look. */
export const wellFormed: readonly string[] = [
  '<a/>', '<a></a>', '<a ></a >', '<a\n/>\n', '<!-- x --><a/><!-- y -->', '<?b c?><a/><?d?>', "<a b='\"' c=\"'\"/>", '<a>&lt;&amp;&gt;&quot;&apos;</a>', '<a>&#65;&#x1F529;</a>', '<a>]] ></a>',
  '<a><![CDATA[<b>&c;]]]]><![CDATA[>]]></a>', '<a><![CDATA[]]></a>', '<_a:b xmlns:_a="urn:a"/>', '<a xmlns="urn:a"><b xmlns=""/></a>', '<\u00E9l\u00E9ment/>', '<\u4EF6 \u53F7="1"/>', "<?xml version='1.0'?><a/>",
  '<?xml version="1.0" encoding="utf-8" standalone="no" ?>\r\n<a/>', '\uFEFF<a/>', '<a b="&#10;"/>', '<a>\u007F\u0085</a>', '<a><?b "?></a>', "<a/><?b '?>", '<a><b/>x<b/>y</a>', '<a b=">"/>',
  '<!DOCTYPE a><a/>', '<?xml version="1.1"?><a>\u0085</a>', '<a xml:lang="en" xml:space="preserve"> </a>', '<a.b-c_d/>', '<a>\uD83D\uDD29</a>',
];
