/** The laws of import (docs/architecture.md): arrows point down the floors only, other libs only through their door, no circles. */
const floors = {
  kernel: [],
  platform: ['kernel'],
  sealing: ['kernel'],
  documents: ['kernel'],
  organizations: [],
  catalog: ['organizations'],
  supply: ['catalog', 'organizations'],
  procurement: ['supply', 'catalog', 'organizations'],
  tendering: ['sealing', 'procurement', 'supply', 'catalog', 'organizations'],
  fulfilment: ['procurement', 'supply', 'organizations'],
  billing: ['fulfilment', 'procurement', 'organizations'],
  exchange: ['documents', 'organizations', 'catalog', 'supply', 'procurement', 'tendering', 'fulfilment', 'billing'],
  engagement: ['tendering', 'billing', 'fulfilment', 'procurement', 'organizations'],
  insights: ['organizations'],
};
const base = ['kernel', 'platform'];
const pure = new Set(['kernel', 'platform', 'sealing', 'documents']);

const floorRules = Object.entries(floors).map(([lib, below]) => {
  const allowed = [...new Set([...(pure.has(lib) ? [] : base), ...below, lib])];
  return {
    name: `floor-${lib}`,
    comment: `${lib} may import ${allowed.join(', ')} and nothing above it.`,
    severity: 'error',
    from: { path: `^libs/${lib}/` },
    to: { path: '^(libs|apps)/', pathNot: `^libs/(${allowed.join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    ...floorRules,
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-the-door',
      comment: 'Another lib is reached as #libs/<lib>, which is its index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-use-doors',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    { name: 'apps-apart', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
    {
      name: 'portal-imports',
      comment: 'The portal knows generated types, kernel and sealing, nothing else of the house.',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: { path: '^libs/', pathNot: '^libs/(kernel|sealing)/src/index\\.ts$' },
    },
    {
      name: 'nest-at-the-edges',
      comment: 'Nest injection stands in resolvers, controllers, jobs and modules; verbs, lifecycles, access filters and entities are plain.',
      severity: 'error',
      from: { path: '^libs/(?!platform/)[^/]+/src/', pathNot: '\\.(resolver|controller|job|module|graphql|strategy|gateway)\\.ts$|/index\\.ts$|\\.loader\\.ts$|\\.spec\\.ts$' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'pure-libs-without-io',
      comment: 'kernel, sealing and documents neither read files nor speak to anybody.',
      severity: 'error',
      from: { path: '^libs/(kernel|sealing|documents)/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process|dgram|tls|worker_threads)$' },
    },
    { name: 'no-dev-dependency', severity: 'error', from: { path: '^(libs|apps/(hub|worker|cli))/', pathNot: '\\.spec\\.ts$|/testing\\.ts$' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] } },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/|graphql/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'], exportsFields: ['exports'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  },
};
