import type { Duty, Scope } from '../platform/auth/viewer.js';
import type { ClaimInput } from './organisation/inputs.js';

/** One organisation of the demo. All names, people and codes are invented; the codes carry right check characters. */
export interface DemoOrganisation {
  /** Short name by which seeds and tests speak of it; its key is `rt_demo_<orgKey>`. */
  readonly orgKey: string;
  readonly id: string;
  readonly claim: ClaimInput;
  readonly hasKey: boolean;
  readonly people: readonly {
    readonly login: string;
    readonly name: string;
    readonly locale?: 'zh' | 'en';
    readonly duties: readonly Duty[];
  }[];
}

export const DEMO_PASSWORD = 'rongtong-demo';

export const demoKey = (orgKey: string): string => `rt_demo_${orgKey}`;

/** A mark in the free texts of an organisation of the demo: where another one reads it, something leaks. */
export const canaryOf = (orgKey: string): string => `canary-${orgKey}`;

const cn = (
  uscc: string,
  legalName: string,
  nameZh: string,
  nameEn: string,
  rest: Partial<ClaimInput> & Pick<ClaimInput, 'sizeClass' | 'roles'>,
): ClaimInput => ({
  country: 'CN',
  innovationTier: 'NONE',
  ownership: 'PRIVATE',
  identifiers: [],
  uscc,
  legalName,
  nameZh,
  nameEn,
  ...rest,
});

const gln = (value: string) => [{ scheme: '0088', value }];

const ORGANISATIONS: readonly Omit<DemoOrganisation, 'id'>[] = [
  {
    orgKey: 'operator',
    hasKey: true,
    claim: cn('91110108MA7RT0010G', '融通运营服务有限公司', '融通运营', 'Rongtong Operations', {
      sizeClass: 'SMALL',
      roles: ['OPERATOR', 'SERVICE_BODY'],
    }),
    people: [{ login: 'lin.fang@rongtong.demo', name: '林芳', duties: ['ADMIN', 'AUDITOR'] }],
  },
  {
    orgKey: 'buyer',
    hasKey: true,
    claim: cn('91370212MA3HA10051', '海山电器股份有限公司', '海山电器', 'Haishan Appliances', {
      sizeClass: 'LARGE',
      roles: ['BUYER'],
      identifiers: gln('6901000000016'),
    }),
    people: [
      { login: 'chen.yu@haishan.demo', name: '陈宇', duties: ['CLERK'] },
      { login: 'zhao.lei@haishan.demo', name: '赵磊', duties: ['APPROVER', 'ADMIN'] },
      { login: 'anna.berg@haishan.demo', name: 'Anna Berg', locale: 'en', duties: ['CLERK', 'QUALITY'] },
    ],
  },
  {
    orgKey: 'supplier',
    hasKey: true,
    claim: cn('91320505MA1LX20037', '立信精密制造有限公司', '立信精密', 'Lixin Precision', {
      sizeClass: 'SMALL',
      innovationTier: 'LITTLE_GIANT',
      roles: ['SUPPLIER', 'BUYER'],
      identifiers: gln('6901000000023'),
    }),
    people: [
      { login: 'wang.min@lixin.demo', name: '王敏', duties: ['CLERK', 'ADMIN'] },
      { login: 'sun.jie@lixin.demo', name: '孙洁', duties: ['APPROVER'] },
    ],
  },
  {
    orgKey: 'supplier2',
    hasKey: true,
    claim: cn('91330205MA2HD3005U', '恒达塑业有限公司', '恒达塑业', 'Hengda Plastics', {
      sizeClass: 'MEDIUM',
      roles: ['SUPPLIER'],
      identifiers: gln('6901000000030'),
    }),
    people: [{ login: 'he.ping@hengda.demo', name: '何平', duties: ['CLERK', 'APPROVER', 'ADMIN'] }],
  },
  {
    orgKey: 'supplier3',
    hasKey: false,
    claim: cn('91440306MA5MC4002D', '明川电机有限公司', '明川电机', 'Mingchuan Motors', {
      sizeClass: 'SMALL',
      innovationTier: 'SPECIALISED',
      roles: ['SUPPLIER'],
    }),
    people: [{ login: 'xu.kai@mingchuan.demo', name: '许凯', duties: ['CLERK', 'ADMIN'] }],
  },
  {
    orgKey: 'supplier4',
    hasKey: false,
    claim: cn('91320412MA1QH5009U', '清禾包装材料厂', '清禾包装', 'Qinghe Packaging', { sizeClass: 'MICRO', roles: ['SUPPLIER'] }),
    people: [{ login: 'qian.rui@qinghe.demo', name: '钱锐', duties: ['CLERK', 'ADMIN'] }],
  },
  {
    orgKey: 'bank',
    hasKey: true,
    claim: cn('91310115MA1JH6005Y', '江禾银行股份有限公司', '江禾银行', 'Jianghe Bank', {
      sizeClass: 'LARGE',
      ownership: 'STATE_OWNED',
      roles: ['FINANCIER'],
    }),
    people: [
      { login: 'gao.yan@jianghe.demo', name: '高妍', duties: ['REVIEWER', 'ADMIN'] },
      { login: 'luo.bin@jianghe.demo', name: '罗斌', duties: ['CHECKER'] },
    ],
  },
  {
    orgKey: 'bank2',
    hasKey: true,
    claim: cn('91330106MA2AR70060', '安融商业银行股份有限公司', '安融银行', 'Anrong Bank', { sizeClass: 'LARGE', roles: ['FINANCIER'] }),
    people: [{ login: 'tang.wei@anrong.demo', name: '唐伟', duties: ['REVIEWER', 'CHECKER', 'ADMIN'] }],
  },
  {
    orgKey: 'factor',
    hasKey: false,
    claim: cn('91120116MA0YC8005L', '远澄商业保理有限公司', '远澄保理', 'Yuancheng Factoring', {
      sizeClass: 'SMALL',
      roles: ['FINANCIER'],
    }),
    people: [{ login: 'deng.lan@yuancheng.demo', name: '邓岚', duties: ['REVIEWER', 'ADMIN'] }],
  },
  {
    orgKey: 'warehouse',
    hasKey: true,
    claim: cn('91310115MA1LG900XC', '临港仓储物流有限公司', '临港仓储', 'Lingang Warehousing', {
      sizeClass: 'MEDIUM',
      roles: ['WAREHOUSE_KEEPER'],
    }),
    people: [{ login: 'pan.hao@lingang.demo', name: '潘浩', duties: ['CLERK', 'ADMIN'] }],
  },
];

/** The organisations of the demo, the operator first. Their ids are fixed, so that examples and tests can name them. */
export const demoOrganisations: readonly DemoOrganisation[] = ORGANISATIONS.map((one, n) => ({
  ...one,
  id: `0199c0de-0000-7000-8000-${String(n + 1).padStart(12, '0')}`,
}));

/** The uuid of an organisation of the demo. @throws for a name that is not of the demo */
export const demoOrgId = (orgKey: string): string => {
  const found = demoOrganisations.find((one) => one.orgKey === orgKey);
  if (!found) throw new Error(`the demo has no organisation ${orgKey}`);
  return found.id;
};

const TRADING: readonly Scope[] = [
  'orders:read',
  'orders:write',
  'invoices:read',
  'invoices:write',
  'amounts:read',
  'parties:read',
  'parties:admin',
  'files:write',
  'feed:read',
  'audit:read',
];
const OPERATING: readonly Scope[] = ['parties:read', 'parties:admin', 'feed:read', 'audit:read', 'operator'];

export const demoScopes = (orgKey: string): readonly Scope[] => (orgKey === 'operator' ? OPERATING : TRADING);
