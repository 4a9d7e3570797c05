import type * as lark from '@larksuiteoapi/node-sdk';
import { type Fixture, type Reply, sdkClient, startFixture } from './harness';

/** A spreadsheet with its first sheet, as the official SDK made it for the simulator's app; and bare calls to it. */
export interface SheetFixture extends Fixture {
	sdk: lark.Client;
	token: string;
	sheetId: string;
	/** Version 2, which the SDK has not. */
	v2: (method: string, path: string, body?: unknown) => Promise<Reply>;
	write: (cells: string, values: readonly (readonly unknown[])[]) => Promise<Reply>;
	/** The values of a range of the first sheet. */
	read: (cells: string, query?: string) => Promise<unknown[][]>;
	readReply: (range: string, query?: string) => Promise<Reply>;
	settings: (values: object) => Promise<unknown>;
}

export async function startSheet(): Promise<SheetFixture> {
	const fixture = await startFixture();
	const sdk = sdkClient(fixture.simulator);
	const made = await sdk.sheets.v3.spreadsheet.create({ data: { title: 'Orders' } });
	const token = made.data?.spreadsheet?.spreadsheet_token ?? '';
	const sheets = await sdk.sheets.v3.spreadsheetSheet.query({ path: { spreadsheet_token: token } });
	const sheetId = sheets.data?.sheets?.[0]?.sheet_id ?? '';
	const v2 = (method: string, path: string, body?: unknown) =>
		fixture.http.call(method, `/open-apis/sheets/v2/spreadsheets/${token}/${path}`, body);
	const readReply = (range: string, query = '') => v2('GET', `values/${encodeURIComponent(range)}${query}`);
	return {
		...fixture,
		sdk,
		token,
		sheetId,
		v2,
		write: (cells, values) => v2('PUT', 'values', { valueRange: { range: `${sheetId}!${cells}`, values } }),
		async read(cells, query) {
			const { data, code, msg } = await readReply(`${sheetId}!${cells}`, query);
			if (code !== 0) throw new Error(`${code} ${msg}`);
			return (data.valueRange as { values: unknown[][] }).values;
		},
		readReply,
		settings: (values) => fixture.http.admin('PUT', '/settings', values),
	};
}
