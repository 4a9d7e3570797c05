import { DAY, instantOf, wallOf } from '../zones';

/** The day before the first day of a spreadsheet: 1 is 1899-12-31, 2.5 the noon of 1900-01-01. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** 9999-12-31, the last day of which spreadsheets know. */
const LAST_SERIAL = 2_958_465;

/** Days since the day zero, of what a clock shows. */
export const serialOfWall = (wall: number): number => (wall - DAY_ZERO) / DAY;

/** What a clock shows, of a serial; whole milliseconds, since a fraction of a day seldom ends in one. */
export const wallOfSerial = (serial: number): number => Math.round(serial * DAY) + DAY_ZERO;

/** The serial of a moment in the sheet's zone. */
export const serialOf = (ms: number, timeZone: string): number => serialOfWall(wallOf(ms, timeZone));

/** The moment of a serial in the sheet's zone, in milliseconds since 1970. */
export const momentOfSerial = (serial: number, timeZone: string): number => instantOf(wallOfSerial(serial), timeZone);

/** Whether spreadsheets have a day for it: nothing before 1900, nothing after 9999. */
export const isSerial = (serial: number): boolean => serial >= 1 && serial < LAST_SERIAL + 1;
