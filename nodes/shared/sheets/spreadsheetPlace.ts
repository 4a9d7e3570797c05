import { openSheetAt, type SheetAddress } from '../../../feishu/sheets/sheetAddress';
import type { Asking } from '../client/asking';
import { platformAddress } from '../drive/addressOf';
import { contentOf } from '../wiki/contentOf';

/** A spreadsheet as filled in. A wiki's page has to be looked up before anybody can read the spreadsheet in it. */
export class Spreadsheet {
	constructor(
		readonly address: SheetAddress,
		/** What complaints call the field. */
		private readonly label: string,
		/** As it was filled in. */
		private readonly entered = '',
	) {}

	/** `spreadsheet_token`. @throws InputError when the wiki's page holds something else; CallError */
	async token(asking: Asking): Promise<string> {
		const { spreadsheetToken, wikiNode = '' } = this.address;
		return spreadsheetToken ?? (await contentOf(asking, this.label, wikiNode, { type: 'sheet', what: 'spreadsheet' }));
	}

	/** The address that opens a sheet; undefined where nobody knows on which host. @throws InputError, CallError */
	async addressOf(asking: Asking, sheetId: string): Promise<string | undefined> {
		const entered = openSheetAt(this.entered, sheetId);
		if (entered !== undefined) return entered;
		const document = { type: 'sheet', token: await this.token(asking) } as const;
		return openSheetAt((await platformAddress(asking.feishu, document)) ?? '', sheetId);
	}
}
