import { cellFor } from '../sheets/grid';
import { addSpreadsheet, newSheet } from '../sheets/make';
import type { App } from '../state/apps';
import type { CellContent, Sheet, Spreadsheet } from '../state/sheets';
import type { Store } from '../state/store';
import { byLogin } from './contact';

/** The tokens of the spreadsheets, which the examples name. */
const SALES = 'SalesSheetOfTheExamples0001';
const EMPTY = 'EmptySheetOfTheExamples0001';

const HEADER = ['订单号 Order No', '客户 Customer', '日期 Date', '金额 Amount', '已付 Paid', '状态 Status'];
const STATES = ['待办 To do', '进行中 Doing', '完成 Done'];
const CUSTOMERS = ['东方贸易', 'West Wind Ltd', '南山科技', 'North Star'];
const ORDERS = 20;

/** 2026-01-05, in days since 1899-12-30. */
const FIRST_DAY = 46_027;

/** An order number that is a text of digits, a date, a sum, whether it is paid, and a choice of the dropdown. */
const order = (at: number): CellContent[] => [
	String(at + 1).padStart(4, '0'),
	CUSTOMERS[at % CUSTOMERS.length] ?? '',
	FIRST_DAY + at * 3,
	1200 + at * 375.5,
	at % 3 !== 0,
	STATES[at % STATES.length] ?? '',
];

const FORMATS: readonly (string | undefined)[] = ['@', undefined, 'yyyy-MM-dd', '#,##0.00'];

function fill(sheet: Sheet, rows: readonly (readonly CellContent[])[]): void {
	rows.forEach((row, at) =>
		row.forEach((content, column) => {
			const cell = cellFor(sheet, at, column);
			cell.content = content;
			const formatter = at > 0 ? FORMATS[column] : undefined;
			if (formatter !== undefined) cell.formatter = formatter;
			if (at === 0) cell.style = { font: { bold: true } };
		}),
	);
}

/** Spreadsheets of a person, which the app may edit: one with orders and one for whatever an example writes. */
export function seedSheets(store: Store, app: App): void {
	const owner = byLogin(store, 'zhangsan').open_id;
	const add = (title: string, token: string, sheet: Sheet): Spreadsheet => {
		const book = addSpreadsheet(store, { title, owner, token });
		book.members.push({ member_type: 'appid', member_id: app.app_id, perm: 'full_access' });
		book.sheets = [sheet];
		return book;
	};
	const orders = newSheet('订单 Orders', 'Orders');
	orders.frozen_rows = 1;
	fill(orders, [HEADER, ...Array.from({ length: ORDERS }, (_, at) => order(at))]);
	orders.dropdowns.push({
		...{ top: 1, bottom: 199, left: 5, right: 5 },
		values: STATES,
		options: { multipleValues: false, highlightValidData: true, colors: ['#F8CBAD', '#FFE699', '#C6E0B4'] },
	});
	add('销售 Sales', SALES, orders).sheets.push(newSheet('草稿 Draft', 'Drafts'));
	add('空表 Empty', EMPTY, newSheet('Sheet1', 'Empty1'));
}
