const DAY = 86_400_000;
/** What 0 is, in days. */
const EPOCH = Date.UTC(1899, 11, 30);

const pad = (value: number) => String(value).padStart(2, '0');

export const isDateFormat = (formatter: string | undefined): formatter is string => /^yyyy/.test(formatter ?? '');

/** A number of days since 1899-12-30 in words; there are no zones. */
export function dateText(serial: number, formatter: string): string {
	const date = new Date(EPOCH + Math.round((serial * DAY) / 1000) * 1000);
	const parts: Readonly<Record<string, string>> = {
		yyyy: String(date.getUTCFullYear()),
		MM: pad(date.getUTCMonth() + 1),
		dd: pad(date.getUTCDate()),
		HH: pad(date.getUTCHours()),
		mm: pad(date.getUTCMinutes()),
		ss: pad(date.getUTCSeconds()),
	};
	return formatter.replace(/yyyy|MM|dd|HH|mm|ss/g, (part) => parts[part] ?? part);
}

function grouped(value: number, digits: number): string {
	const [whole = '', ...rest] = value.toFixed(digits).split('.');
	return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

const signed = (sign: string, value: number, digits: number) =>
	`${value < 0 ? '-' : ''}${sign}${grouped(Math.abs(value), digits)}`;

function exponential(value: number, digits: number): string {
	const [mantissa = '', power = '0'] = value.toExponential(digits).split('e');
	return `${mantissa}E${power.startsWith('-') ? '-' : '+'}${power.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/** From here on a number without a format has no room for its digits. */
const LONG = 1e11;
const general = (value: number) => (Math.abs(value) >= LONG ? exponential(value, 5) : String(value));

/** Number formats. Source: https://open.feishu.cn/document/ukTMukTMukTM/uMjM2UjLzIjN14yMyYTN */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
	'': general,
	'@': String,
	'0': (value) => value.toFixed(0),
	'#,##0': (value) => grouped(value, 0),
	'#,##0.00': (value) => grouped(value, 2),
	'0%': (value) => `${(value * 100).toFixed(0)}%`,
	'0.00%': (value) => `${(value * 100).toFixed(2)}%`,
	'0.00E+00': (value) => exponential(value, 2),
	'¥#,##0': (value) => signed('¥', value, 0),
	'¥#,##0.00': (value) => signed('¥', value, 2),
	'$#,##0': (value) => signed('$', value, 0),
	'$#,##0.00': (value) => signed('$', value, 2),
};
const DATES = new Set(['yyyy/MM/dd', 'yyyy-MM-dd', 'yyyy/MM/dd HH:mm:ss', 'yyyy-MM-dd HH:mm:ss', 'yyyy/MM/dd HH:mm']);

/** Lower-case months are refused with all else that is not in the page's list. */
export const isFormat = (formatter: string): boolean => Object.hasOwn(FORMATS, formatter) || DATES.has(formatter);

/** A number as people see it. */
export const numberText = (value: number, formatter = ''): string =>
	isDateFormat(formatter) ? dateText(value, formatter) : (FORMATS[formatter] ?? general)(value);
