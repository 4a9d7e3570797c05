/** Feishu's emoji types that this page draws; any other is shown by its name. Names: im-v1/message-reaction/emojis-introduce. */
const EMOJI = {
	OK: '👌', THUMBSUP: '👍', ThumbsDown: '👎', THANKS: '🙏', MUSCLE: '💪', FINGERHEART: '🫰', APPLAUSE: '👏', FISTBUMP: '🤜', JIAYI: '➕',
	DONE: '✅', SMILE: '🙂', BLUSH: '😊', LAUGH: '😄', SMIRK: '😏', LOL: '🤣', FACEPALM: '🤦', LOVE: '😍', WINK: '😉', PROUD: '😌', WITTY: '😜',
	SMART: '🤓', SCOWL: '😠', THINKING: '🤔', SOB: '😭', CRY: '😢', ERROR: '😵', NOSEPICK: '🤧', HAUGHTY: '😤', SLAP: '👋', SPITBLOOD: '🤮',
	TOASTED: '🥴', GLANCE: '👀', DULL: '😐', INNOCENTSMILE: '😇', JOYFUL: '😂', WOW: '😮', TRICK: '😝', YEAH: '✌️', ENOUGH: '✋', TEARS: '🥲',
	EMBARRASSED: '😳', KISS: '😘', SMOOCH: '😚', DROOL: '🤤', OBSESSED: '🤩', MONEY: '🤑', TEASE: '😛', SHOWOFF: '😎', COMFORT: '🫂', CLAP: '👏',
	PRAISE: '👍', STRIVE: '✊', XBLUSH: '☺️', SILENT: '🤐', WAVE: '👋', EATING: '🍽️', SHHH: '🤫', SLEEP: '😴', SICK: '🤒', POKE: '👉', HUG: '🤗',
	HEART: '❤️', HEARTBROKEN: '💔', ROSE: '🌹', PARTY: '🎉', FIREWORKS: '🎆', FIRECRACKER: '🧨', GIFT: '🎁', CAKE: '🍰', BEER: '🍺', COFFEE: '☕',
	Fire: '🔥', Trophy: '🏆', LGTM: '🆗', OnIt: '🏃', OneSecond: '☝️', Get: '🫡', CheckMark: '✔️', CrossMark: '❌', Pin: '📌', Alarm: '⏰',
	Loudspeaker: '📢', Calendar: '📅', Music: '🎵', BOMB: '💣', SKULL: '💀', No: '🙅', Yes: '🙆', Hundred: '💯', Lightning: '⚡', MeMeMe: '🙋',
};

const byUpperCase = new Map(Object.entries(EMOJI).map(([type, glyph]) => [type.toUpperCase(), glyph]));

/** What a person may add with one click. */
export const QUICK_REACTIONS = ['THUMBSUP', 'OK', 'DONE', 'HEART', 'LAUGH', 'PARTY', 'THINKING', 'CLAP'];

/** The glyph of an emoji type, or undefined. */
export const emojiGlyph = (type) => byUpperCase.get(String(type).toUpperCase());
