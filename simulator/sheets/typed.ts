import type { SheetCell } from '../state/sheets';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** What somebody types into a cell of the page: in one with the format of texts it stays as it is. */
export function typed(text: string, formatter: string | undefined): SheetCell {
	const given = text.trim();
	if (given === '') return { content: undefined };
	if (formatter === '@') return { content: text };
	if (given.startsWith('=')) return { content: { formula: given } };
	if (/^(true|false)$/i.test(given)) return { content: given.toLowerCase() === 'true' };
	if (NUMBER.test(given)) return { content: Number(given) };
	const [, year, sign, month, day] = DATE.exec(given) ?? [];
	if (year === undefined) return { content: text };
	const serial = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / DAY;
	return { content: serial, formatter: formatter ?? `yyyy${sign}MM${sign}dd` };
}
