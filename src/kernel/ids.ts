/** Outside: a prefix that names the kind, and the 32 hex digits of a UUIDv7. Inside: the plain uuid. */
const HEX = /^[0-9a-f]{32}$/;

/** `publicId('ord', '01890f3e-…')` is `ord_01890f3e…`. */
export const publicId = (prefix: string, uuid: string): string => `${prefix}_${uuid.replaceAll('-', '')}`;

/** The uuid behind a public id, or undefined when the text is not an id of that kind. */
export const parseId = (prefix: string, text: string): string | undefined => {
  const hex = text.slice(prefix.length + 1);
  if (!text.startsWith(`${prefix}_`) || !HEX.test(hex)) return undefined;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

/** The prefix of a public id, or undefined when the text cannot be one. */
export const prefixOf = (text: string): string | undefined => {
  const cut = text.lastIndexOf('_');
  return cut > 0 && HEX.test(text.slice(cut + 1)) ? text.slice(0, cut) : undefined;
};
