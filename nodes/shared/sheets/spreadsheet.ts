import { sheetAddress } from '../../../feishu/sheets/sheetAddress';
import { fromList, locatorField, TEXT } from '../fields/locator';
import type { Words } from '../fields/plain';
import { mappedField, type Field } from '../operation/field';
import { WIKI_NODE } from '../wiki/wikiNodes';
import { searchSpreadsheets } from './searchSpreadsheets';
import { Spreadsheet } from './spreadsheetPlace';

/** A spreadsheet: from the list, by any address that the browser shows of it, or by its token. */
export function spreadsheetField<const N extends string = 'spreadsheet'>(
	words: Partial<Words<N>> = {},
): Field<Spreadsheet, N> {
	const located = locatorField({
		displayName: 'Spreadsheet',
		description:
			'Paste its address, or choose it. An app sees spreadsheets that it was added to: in the spreadsheet … → More → Add document app.',
		modes: [
			fromList('searchSpreadsheets', 'Choose a spreadsheet…'),
			{
				displayName: 'By URL',
				name: 'url',
				...TEXT,
				placeholder: 'e.g. https://example.feishu.cn/sheets/Iow7sN…?sheet=Q7PlXT',
				hint: 'Of the spreadsheet or of its page in a wiki; the sheet is taken from it',
			},
			{ displayName: 'By ID', name: 'id', ...TEXT, placeholder: 'e.g. Iow7sNNEphp3WbtnbCscPqabcef' },
		],
		searches: { searchSpreadsheets },
		calls: [WIKI_NODE],
		// What others have shared is in no list.
		default: { mode: 'url', value: '' },
		...words,
		name: (words.name ?? 'spreadsheet') as N,
	});
	return mappedField(located, ({ value }, label) => new Spreadsheet(sheetAddress(label, value), label, value));
}
