import { z } from 'zod';
import { idOf, listOf, text } from '../../platform/commands/index.js';
import { ORG_ROLES } from '../../platform/auth/viewer.js';
import { EVIDENCE_KINDS, INNOVATION_TIERS, OWNERSHIPS, SIZE_CLASSES } from './rules.js';

export const identifierInput = z.object({ scheme: text(35), value: text(50) });

/** One organisation: by id where it is known to the caller already, else by a code of it. */
export const organisationRefInput = z.object({
  id: idOf('org').optional(),
  uscc: text(40).optional(),
  identifier: identifierInput.optional(),
});
export type OrganisationRef = z.output<typeof organisationRefInput>;

export const claimInput = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('CN'),
  uscc: text(40).optional(),
  legalName: text(200),
  nameZh: text(100).optional(),
  nameEn: text(100).optional(),
  sizeClass: z.enum(SIZE_CLASSES),
  innovationTier: z.enum(INNOVATION_TIERS).default('NONE'),
  ownership: z.enum(OWNERSHIPS).default('PRIVATE'),
  roles: listOf(z.enum(ORG_ROLES), 8),
  identifiers: z.array(identifierInput).max(10).default([]),
});
export type ClaimInput = z.output<typeof claimInput>;

const expectedVersion = z.int().optional();

export const updateInput = z.object({
  nameZh: text(100).optional(),
  nameEn: text(100).optional(),
  sizeClass: z.enum(SIZE_CLASSES).optional(),
  internalNote: text(2000).optional(),
  expectedVersion,
});

export const verifyInput = z.object({
  organisationId: idOf('org'),
  evidence: listOf(z.object({ kind: z.enum(EVIDENCE_KINDS), reference: text(200) }), 10),
  expectedVersion,
});

export const identifierAddInput = z.object({ organisationId: idOf('org').optional(), scheme: text(35), value: text(50) });
