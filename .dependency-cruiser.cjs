const above = (path, pathNot) => ({ path, ...(pathNot ? { pathNot } : {}) });
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const ROOMS = ['parties', 'orders', 'deliveries', 'invoices', 'statements', 'evidence', 'notices', 'interchange'];

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle has no bottom to start reading from.', {}, { circular: true }),
    rule('kernel-alone', 'The kernel knows nothing but itself and two libraries of values.', above('^src/kernel/'), {
      pathNot: '^src/kernel/|node_modules/(decimal\\.js|temporal-polyfill)/',
    }),
    rule('rules-are-pure', 'Rules see the kernel and other rules of their room only.', above(['^src/[a-z]+/rules', '^src/[a-z]+/[a-z-]+/rules']), {
      pathNot: ['^src/kernel/', '^src/[a-z]+/rules', '^src/[a-z]+/[a-z-]+/rules', '^src/[a-z]+/refusals', 'node_modules/decimal'],
    }),
    rule('platform-has-no-business', 'Platform is plumbing for any room.', above('^src/platform/'), { path: `^src/(${ROOMS.join('|')}|rooms|app|main)` }),
    ...ROOMS.map((room, i) =>
      rule(`${room}-looks-down`, 'Rooms look down only, and through the front door.', above(`^src/${room}/`), {
        path: ROOMS.slice(i + 1).length ? `^src/(${ROOMS.slice(i + 1).join('|')})/` : '^src/nothing/',
      }),
    ),
    ...ROOMS.map((room) =>
      rule(`${room}-front-door`, 'Another room is reached through its index.ts.', above('^src/', `^src/${room}/`), { path: `^src/${room}/`, pathNot: `^src/${room}/index\\.ts$` }),
    ),
    rule('workers-front-door', 'A worker decides nothing: it decodes a job and calls a command.', above('^workers/'), {
      path: '^src/',
      pathNot: '^src/[a-z]+/index\\.ts$|^src/platform/queue/index\\.ts$',
    }),
    rule('graphql-at-the-edge', 'GraphQL is a matter of api and platform.', above('^src/[a-z]+/', ['^src/platform/', '^src/[a-z]+/api', '^src/[a-z]+/[a-z-]+/api']), {
      path: 'node_modules/(type-graphql|graphql)/',
    }),
    rule('orm-inside', 'The ORM stands in model, commands, reads and platform.', above('^src/[a-z]+/', ['^src/platform/', '^src/[a-z]+/(model|commands|reads)', '^src/[a-z]+/[a-z-]+/(model|commands|reads)']), {
      path: 'node_modules/@mikro-orm/',
    }),
    rule('examples-know-the-schema', 'An example is a client.', above('^examples/'), { path: '^(src|workers|tests)/' }),
    rule('tests-below-nothing', 'Nothing that ships needs a test.', above('^(src|workers)/'), { path: '^tests/|^tools/|^bench/' }),
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, exclude: { path: '^dist' } },
};
