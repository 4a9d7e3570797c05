/**
 * Emoji of callouts: the platform knows them by names. Of those that people put there the list has both; names stand for
 * themselves.
 * @see https://open.feishu.cn/document/docs/docs/data-structure/emoji
 */
const EMOJI: Readonly<Record<string, string>> = {
	alarm_clock: '⏰',
	angry: '😠',
	art: '🎨',
	bar_chart: '📊',
	bell: '🔔',
	book: '📖',
	bookmark: '🔖',
	books: '📚',
	boom: '💥',
	briefcase: '💼',
	bug: '🐛',
	bulb: '💡',
	calendar: '📆',
	chart_with_upwards_trend: '📈',
	chart_with_downwards_trend: '📉',
	clap: '👏',
	clipboard: '📋',
	computer: '💻',
	construction: '🚧',
	dart: '🎯',
	date: '📅',
	eyes: '👀',
	exclamation: '❗',
	fire: '🔥',
	gear: '⚙️',
	gift: '🎁',
	grin: '😁',
	hammer: '🔨',
	hammer_and_wrench: '🛠️',
	heart: '❤️',
	hourglass: '⌛',
	information_source: 'ℹ️',
	key: '🔑',
	link: '🔗',
	lock: '🔒',
	loudspeaker: '📢',
	mag: '🔍',
	mega: '📣',
	memo: '📝',
	money_with_wings: '💸',
	moneybag: '💰',
	muscle: '💪',
	no_entry: '⛔',
	no_entry_sign: '🚫',
	ok_hand: '👌',
	package: '📦',
	paperclip: '📎',
	pray: '🙏',
	pushpin: '📌',
	question: '❓',
	rainbow: '🌈',
	raised_hands: '🙌',
	red_circle: '🔴',
	robot_face: '🤖',
	rocket: '🚀',
	rotating_light: '🚨',
	round_pushpin: '📍',
	seedling: '🌱',
	shield: '🛡️',
	smile: '😄',
	snowflake: '❄️',
	sob: '😭',
	sparkles: '✨',
	speech_balloon: '💬',
	star: '⭐',
	star2: '🌟',
	stop_sign: '🛑',
	sunny: '☀️',
	tada: '🎉',
	test_tube: '🧪',
	thinking_face: '🤔',
	thought_balloon: '💭',
	thumbsdown: '👎',
	thumbsup: '👍',
	trophy: '🏆',
	warning: '⚠️',
	wave: '👋',
	white_check_mark: '✅',
	wrench: '🔧',
	x: '❌',
	zap: '⚡',
};

/** With and without the sign that asks for a picture. */
const bare = (emoji: string): string => emoji.replaceAll('\ufe0f', '');

const NAMES = new Map(Object.entries(EMOJI).map(([name, emoji]) => [bare(emoji), name]));

/** The platform's name for an emoji or a name; undefined for an emoji that the list has not. */
export function emojiName(written: string): string | undefined {
	const known = NAMES.get(bare(written.trim()));
	if (known !== undefined) return known;
	const name = written.trim().replace(/^:|:$/g, '');
	return /^[a-z0-9][\w+-]*$/i.test(name) ? name : undefined;
}

/** The emoji of a name, or the name. */
export function emojiOf(name: string): string {
	return Object.hasOwn(EMOJI, name) ? (EMOJI[name] ?? name) : name;
}
