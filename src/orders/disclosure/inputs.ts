import { z } from 'zod';
import { organisationRefInput } from '../../parties/index.js';
import { idOf, text } from '../../platform/commands/index.js';

export const discloseInput = z.object({ orderId: idOf('ord'), grantee: organisationRefInput, purpose: text(500) });
export const discloseEndInput = z.object({ disclosureId: idOf('dis') });
