import { secretHash } from '../../platform/auth/credentials.js';

/** How a code is kept: with its address, so that equal codes of two addresses are not seen to be equal. */
export const codeHash = (addressId: string, code: string): Buffer => secretHash(`${addressId} ${code}`);
