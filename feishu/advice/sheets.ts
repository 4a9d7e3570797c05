import { notFound, say, setup, slower, soon, type Advice, type AdviceRows } from './words';

const ADDRESS =
	'Open the spreadsheet in the browser and copy the address; of a spreadsheet in a wiki, the one with /wiki/ in it';
const busy: Advice = slower(
	'The spreadsheet is being written',
	'Raise the longest wait in Request Options, or write less at a time: a spreadsheet takes one change after the other',
);
const failed = soon('Feishu could not do this with the spreadsheet', 'Try again in a moment');
const range = say(
	'Feishu does not accept the range',
	'Use a range within the sheet, such as A1:C3; the sheet may have become smaller, or another one have its name',
);
const noSheet = notFound('The sheet', 'Choose it from the list: it may have been deleted');
const loading = soon('The spreadsheet is not ready yet', 'Its data are being loaded: try again in a moment');
const tooMuch = (what: string, hint: string) => say(`This is too much for ${what}`, hint);

/** What both versions of the endpoints share of their codes: the last three digits. */
const BOTH: AdviceRows = [
	[201, say('Feishu could not read the request', 'Check what is entered as JSON')],
	[202, range],
	[203, failed],
	[204, say('Feishu refused a value of the request', "Check what is written; see Feishu's words below")],
	[
		205,
		say(
			'Somebody who is mentioned is not known',
			'Mention people of the same organization, by an open_id of this app, a union_id or an e-mail address',
		),
	],
	[206, say('The sheet is missing', 'Choose the sheet from the list')],
	[207, say('The sheet has no name', 'Enter a name')],
	[208, say('A sheet is named twice', 'Name each sheet once')],
	[209, say('Another sheet has this ID', 'Let Feishu choose the ID')],
	[210, say('Another sheet has this name', 'Choose a name that is not in use')],
	[211, noSheet],
	[
		212,
		say('Feishu does not accept the rows or columns', 'They have to be in the sheet, of which one row and column stay'),
	],
	[
		213,
		setup(
			'The app may not do this with the spreadsheet',
			'Add it to the spreadsheet: … → More → Add document app, with the right to edit where something is written',
		),
	],
	[214, notFound('The spreadsheet', ADDRESS)],
	[215, noSheet],
	[216, say('There is nothing to be done', 'A value is empty, or nothing would change')],
	[217, busy],
	[218, setup('These cells are protected', 'Let whoever protects them give the right to edit, or write beside them')],
	[219, tooMuch('the sheet', 'A sheet has 5,000,000 cells at most, empty ones counted')],
	[221, tooMuch('one answer', 'An answer has 10 MB at most: read smaller ranges')],
	[222, tooMuch('a cell', 'A cell takes 50,000 characters, of which 40,000 are safe')],
	[226, tooMuch('one request', "Write less at a time; see Feishu's words below")],
	[227, tooMuch('one request', 'Write less at a time')],
	[228, soon('The spreadsheet is still being imported', 'Try again in a moment')],
	[229, say('Feishu does not accept the address of the request', 'Check the spreadsheet, the sheet and the range')],
	[235, busy],
	[242, loading],
	[248, say('Feishu does not accept the regular expression', 'Check it, or search for the words themselves')],
	[249, notFound('The spreadsheet', 'It was deleted')],
	[250, say('Feishu does not accept the name', 'Use up to 100 characters for a sheet, 255 for a spreadsheet')],
	[251, say('Feishu refused a value of the request', "See Feishu's words below")],
];

/** The codes of the older endpoints, and of the newer ones. */
const VERSIONS = [90_000, 1_310_000];

/**
 * Spreadsheets: rows, ranges, sheets and what belongs to them.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN and the errors of the pages of each endpoint
 */
export const SHEETS: AdviceRows = [
	...VERSIONS.flatMap((version) => BOTH.map(([last, advice]) => [version + last, advice] as const)),
	[90_223, say('Feishu does not accept the rows or columns', 'They have to be in the sheet')],
	[90_224, say('Rows or columns are missing', 'Say which ones are meant')],
	[1_315_201, failed],
];
