import type { Decimal } from './decimal.js';
import { decimal } from './decimal.js';

/** UN/ECE recommendation 20 code (with the rec 21 codes prefixed X): two or three characters, as the document wrote it. */
export type Unit = string;

interface Scale {
  readonly dimension: string;
  /** How many of the dimension's smallest unit one of this unit is. Whole powers of ten only, so that conversion is exact both ways. */
  readonly tens: number;
}

const scale = (dimension: string, units: Readonly<Record<string, number>>): readonly (readonly [Unit, Scale])[] =>
  Object.entries(units).map(([unit, tens]) => [unit, { dimension, tens }] as const);

// A metre of cable and a piece are never converted; a hundred pieces is.
const SCALES: ReadonlyMap<Unit, Scale> = new Map([
  ...scale('mass', { MGM: 0, GRM: 3, HGM: 5, KGM: 6, DTN: 8, TNE: 9, KTN: 12 }),
  ...scale('length', { MMT: 0, CMT: 1, DMT: 2, MTR: 3, HMT: 5, KMT: 6 }),
  ...scale('area', { MMK: 0, CMK: 2, DMK: 4, MTK: 6, HAR: 10, KMK: 12 }),
  ...scale('volume', { MMQ: 0, CMQ: 3, MLT: 3, CLT: 4, DLT: 5, DMQ: 6, LTR: 6, HLT: 8, MTQ: 9 }),
  ...scale('count', { C62: 0, EA: 0, H87: 0, NAR: 0, PCE: 0, CEN: 2, MIL: 3, MIO: 6 }),
  ...scale('energy', { WHR: 0, KWH: 3, MWH: 6, GWH: 9 }),
]);

const SHAPE = /^[0-9A-Z]{1,3}$/;

/** Whether the text has the shape of a unit code. Codes that the hub cannot convert are taken as they are. */
export const isUnit = (text: string): text is Unit => SHAPE.test(text);

/** Units of one thing: equal, or of one dimension. */
export const convertible = (from: Unit, to: Unit): boolean => {
  const [a, b] = [SCALES.get(from), SCALES.get(to)];
  return from === to || (a !== undefined && b !== undefined && a.dimension === b.dimension);
};

/** The quantity in the other unit, exactly; undefined where the units measure different things or the hub does not know them. */
export const convert = (quantity: Decimal, from: Unit, to: Unit): Decimal | undefined => {
  if (from === to) return quantity;
  const [a, b] = [SCALES.get(from), SCALES.get(to)];
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return undefined;
  return quantity.times(decimal(10).pow(a.tens - b.tens));
};

/** The price of one `to` where `price` is for one `from`, exactly. */
export const convertPrice = (price: Decimal, from: Unit, to: Unit): Decimal | undefined => convert(price, to, from);

/** Whether two quantities are the same amount of the same thing, in whatever units. */
export const sameQuantity = (a: Decimal, unitA: Unit, b: Decimal, unitB: Unit): boolean => convert(a, unitA, unitB)?.eq(b) ?? false;

/** Every unit which the hub converts, with the codes it converts to. */
export const knownUnits = (): readonly Unit[] => [...SCALES.keys()];
