/** Numbers and moments as a column shows them, and moments as a person enters them. No DOM here. */

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
function ahead(ms, timeZone) {
	const parts = partsOf(ms, timeZone);
	return Date.UTC(parts.yyyy, parts.MM - 1, parts.dd, parts.HH, parts.mm, parts.ss) - Math.floor(ms / 1000) * 1000;
}

function partsOf(ms, timeZone) {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	}).formatToParts(ms);
	const of = (name) => format.find(({ type }) => type === name).value;
	return {
		yyyy: of('year').padStart(4, '0'),
		MM: of('month'),
		dd: of('day'),
		HH: of('hour'),
		mm: of('minute'),
		ss: of('second'),
	};
}

/** A moment in the zone of the base, in the letters of the column: `yyyy/MM/dd HH:mm`. */
export function dateWords(ms, pattern, timeZone) {
	if (!Number.isFinite(Number(ms))) return String(ms);
	const parts = partsOf(Number(ms), timeZone);
	return (pattern || 'yyyy/MM/dd').replace(/yyyy|MM|dd|HH|mm/g, (letters) => parts[letters]);
}

/** As an input of the browser has it, in the zone of the base: with the time (`2026-05-01T09:30`) or without. */
export const enteredDate = (ms, withTime, timeZone) =>
	ms === undefined ? '' : dateWords(ms, withTime ? 'yyyy-MM-ddTHH:mm' : 'yyyy-MM-dd', timeZone);

/** The moment that such an input names; undefined for none. */
export function momentOf(entered, timeZone) {
	const match = /^(\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(entered);
	if (!match) return undefined;
	const [year, month, day, hour = 0, minute = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
	const wall = Date.UTC(year, month - 1, day, hour, minute);
	// Near a change of the clock the zone is another one than at the wall's time read as UTC.
	return wall - ahead(wall - ahead(wall, timeZone), timeZone);
}

export const showsTime = (property) => /HH/.test(property?.date_formatter ?? '');

const SIGNS = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥', HKD: 'HK$', KRW: '₩', INR: '₹' };

/** A number with the decimals, groups, percent or currency of its column. */
export function numberWords(value, { property, ui_type: look } = {}) {
	if (typeof value !== 'number') return String(value);
	if (look === 'Rating') return `${'★'.repeat(Math.min(10, Math.max(0, value)))} ${value}`;
	const { formatter = '', currency_code: currency } = property ?? {};
	const percent = formatter.includes('%');
	const decimals = /\.(0+)/.exec(formatter)?.[1].length;
	// What people typed is not rounded away where the column names no decimals.
	const words = (percent ? value * 100 : value).toLocaleString('en-US', {
		useGrouping: /,|¥|\$/.test(formatter) || currency !== undefined,
		minimumFractionDigits: decimals ?? 0,
		maximumFractionDigits: decimals ?? 10,
	});
	const sign = currency ? (SIGNS[currency] ?? `${currency} `) : (/[¥$]/.exec(formatter)?.[0] ?? '');
	return `${sign}${words}${percent ? '%' : ''}`;
}
