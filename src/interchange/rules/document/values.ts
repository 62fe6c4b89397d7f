export interface Identifier {
  value: string;
  /** Who gives such identifiers: ISO 6523 code (`0088`), or a name (`GLN`). */
  scheme?: string;
  agency?: string;
  schemeVersion?: string;
  schemeUri?: string;
}

export interface Code {
  value: string;
  list?: string;
  listVersion?: string;
  listAgency?: string;
  listName?: string;
  name?: string;
}

/** Words of people, with their language where it is said (BCP 47). */
export interface Wording {
  value: string;
  language?: string;
}

export interface Amount {
  value: string;
  currency?: string;
}

export interface Quantity {
  value: string;
  /** UN/ECE recommendation 20, as written. */
  unit?: string;
  unitList?: string;
}

/** Days are `YYYY-MM-DD`, times `HH:MM:SS` with whatever fraction and zone was written. */
export interface Period {
  startDate?: string;
  startTime?: string;
  endDate?: string;
  endTime?: string;
  /** What the period is about: UN/EDIFACT 2005. */
  codes?: Code[];
}

export interface EmbeddedFile {
  /** Base64, as written. */
  value: string;
  mediaType?: string;
  fileName?: string;
}
