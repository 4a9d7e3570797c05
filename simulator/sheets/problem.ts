import { PlatformError } from '../platform/envelope';
import type { Settings } from '../state/settings';

/** What the pages call each code, by its last three digits, which both versions share. */
const WORDS: Readonly<Record<number, string>> = {
	201: 'Not JSON Type',
	202: 'Wrong Range',
	203: 'Fail',
	204: 'Wrong Request Body',
	205: 'Wrong User',
	206: 'Empty Sheet Id',
	207: 'Empty Title',
	208: 'Repeat Id or Title',
	209: 'Sheet Id Already Exist',
	210: 'Title Already Exist',
	211: 'Wrong Sheet Id',
	212: 'Wrong Row or Column',
	213: 'Permission Fail',
	214: 'SpreadSheet Not Found',
	215: 'Sheet Id Not Found',
	216: 'Empty Value',
	217: 'Too Many Request',
	218: 'Lock Cells',
	219: 'Excess Cells',
	221: 'TooLargeResponse',
	222: 'TooLargeCell',
	226: 'Excess Limit',
	227: 'Too Large Request',
	229: 'Wrong URL Param',
	223: 'Wrong Row or Column',
	230: 'Unknown Rule Type',
	232: 'Wrong Style',
	235: 'Retry Later',
	236: 'Wrong Filter Value',
	237: 'Filter View Id Not Found',
	238: 'Filter View Id Already Exist',
	239: 'Wrong Filter View Name',
	240: 'Filter View Name Already Exist',
	241: 'Excess Filter View',
	243: 'Float Image Id Not Found',
	244: 'Float Image Id Already Exist',
	245: 'Wrong Float Image Token',
	246: 'Wrong Float Image Size',
	247: 'Excess Float Image',
	248: 'Wrong Regular Expression',
	249: 'SpreadSheet Deleted',
	250: 'Title Refused',
	251: 'Wrong Parameter',
};

const TWO = 90_000;
const THREE = 1_310_000;
/** Version 2 has no word of its own for these. */
const ONLY_THREE: Readonly<Record<number, number>> = { 249: 214, 248: 202, 250: 207 };

/** A refusal by what both versions share of its code. */
export class SheetProblem extends Error {
	constructor(
		readonly last: number,
		readonly words = WORDS[last] ?? 'Fail',
	) {
		super(`${last} ${words}`);
	}
}

export const problem = (last: number, words?: string): SheetProblem => new SheetProblem(last, words);

/** What becomes of a refusal at an endpoint of one of the versions. Source: the errors of both versions' pages */
export function refusal(version: 'v2' | 'v3', { last, words }: SheetProblem, settings: Settings): PlatformError {
	if (version === 'v3') return new PlatformError(THREE + last, words);
	return new PlatformError(TWO + (ONLY_THREE[last] ?? last), words, { http: settings.sheetErrorStatus });
}
