/** Words for numbers: times, sizes, lengths. No DOM here. */

const DAY_MS = 86_400_000;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** `ms` is Feishu's message time: milliseconds as a decimal string. */
export const clockTime = (ms) => clock.format(Number(ms));
export const fullTime = (ms) => full.format(Number(ms));
export const dayName = (ms) => longDay.format(Number(ms));
export const dayKey = (ms) => new Date(Number(ms)).toDateString();

/** The clock within the last day, else the date: what fits in the list of chats. */
export const shortTime = (ms, now = Date.now()) =>
	now - Number(ms) < DAY_MS ? clockTime(ms) : dayAndMonth.format(Number(ms));

/** Bytes in words; empty when unknown. */
export function fileSize(bytes) {
	const size = Number(bytes);
	if (bytes === undefined || bytes === null || !Number.isFinite(size)) return '';
	if (size < 1024) return `${size} B`;
	const units = ['KB', 'MB', 'GB'];
	let value = size / 1024;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** Milliseconds as m:ss; empty when unknown. */
export function duration(ms) {
	const total = Math.round(Number(ms) / 1000);
	if (!ms || !Number.isFinite(total)) return '';
	return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
}

/** Two letters for Latin names, the last two Chinese characters where there are any, as Feishu's own avatars do. */
export function initials(name = '') {
	const trimmed = name.trim();
	if (!trimmed) return '?';
	const chinese = trimmed.match(/\p{Script=Han}/gu);
	if (chinese) return chinese.slice(-2).join('');
	const words = trimmed.split(/\s+/);
	const letters =
		words.length > 1 ? [words[0], words[words.length - 1]].map((word) => [...word][0]) : [...trimmed].slice(0, 2);
	return letters.join('').toUpperCase();
}

export const AVATAR_COLOURS = 8;

/** A steady number 0…AVATAR_COLOURS−1 for an id, so that a person keeps the colour. */
export function avatarColour(id = '') {
	let hash = 0;
	for (const character of id) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
	return hash % AVATAR_COLOURS;
}
