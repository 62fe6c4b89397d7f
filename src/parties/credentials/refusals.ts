import type { Catalogue } from '../../kernel/refusal.js';

export const credentialRefusals = {
  SCOPE_NOT_AVAILABLE: { en: 'The scope {scope} is the operator\'s only. Leave it out.', zh: '权限 {scope} 仅限平台运营方，请去掉。' },
  KEY_NOT_LIVE: { en: 'This key has expired or was revoked. Create a new one.', zh: '该密钥已过期或已撤销，请新建密钥。' },
  KEY_ROTATED_ALREADY: { en: 'This key was rotated already. Rotate its successor.', zh: '该密钥已轮换，请对其后继密钥进行轮换。' },
} as const satisfies Catalogue;

export type CredentialCode = keyof typeof credentialRefusals;
