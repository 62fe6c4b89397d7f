/** JSON text that the database has built; it goes to the wire as it is. */
export class Raw {
  constructor(readonly text: string) {}
}

interface Written {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly extensions?: unknown;
}

/** An execution result as JSON text; `data` may be raw. */
export const writeResult = ({ data, errors, extensions }: Written): string => {
  const parts = [
    ...(errors?.length ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(data === undefined ? [] : [`"data":${data instanceof Raw ? data.text : JSON.stringify(data)}`]),
    ...(extensions === undefined ? [] : [`"extensions":${JSON.stringify(extensions)}`]),
  ];
  return `{${parts.join(',')}}`;
};
