/**
 * The emoji of reactions by the names that the platform takes as `emoji_type`.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-reaction/emojis-introduce
 */

/** `emoji_type`, what it says, and the character that comes closest. */
export type Emoji = readonly [type: string, name: string, glyph: string];

/** The ones that people use most, by what they say. */
export const COMMON_EMOJI: readonly Emoji[] = [
	['ANGRY', 'Angry', '😡'],
	['APPLAUSE', 'Applause', '👏'],
	['BEER', 'Beer', '🍺'],
	['BLUSH', 'Blush', '😊'],
	['CAKE', 'Cake', '🎂'],
	['CheckMark', 'Check Mark', '✅'],
	['Coffee', 'Coffee', '☕'],
	['CrossMark', 'Cross Mark', '❌'],
	['CRY', 'Cry', '😢'],
	['DONE', 'Done', '☑️'],
	['FACEPALM', 'Facepalm', '🤦'],
	['FINGERHEART', 'Finger Heart', '🫰'],
	['Fire', 'Fire', '🔥'],
	['Get', 'Got It', '🫡'],
	['HEART', 'Heart', '❤️'],
	['HEARTBROKEN', 'Broken Heart', '💔'],
	['HIGHFIVE', 'High Five', '🙌'],
	['HUG', 'Hug', '🤗'],
	['Hundred', 'Hundred', '💯'],
	['JIAYI', 'Plus One', '➕'],
	['LAUGH', 'Laugh', '😄'],
	['LGTM', 'LGTM', '🆗'],
	['LOL', 'LOL', '🤣'],
	['LOVE', 'Love', '😍'],
	['MUSCLE', 'Muscle', '💪'],
	['No', 'No', '🙅'],
	['OK', 'OK', '👌'],
	['OnIt', 'On It', '🏃'],
	['OneSecond', 'One Second', '☝️'],
	['PARTY', 'Party', '🎉'],
	['Pin', 'Pin', '📌'],
	['PRAISE', 'Praise', '🌟'],
	['ROSE', 'Rose', '🌹'],
	['SALUTE', 'Salute', '🖖'],
	['SHOCKED', 'Shocked', '😱'],
	['SMILE', 'Smile', '🙂'],
	['SOB', 'Sob', '😭'],
	['THANKS', 'Thanks', '🙏'],
	['THINKING', 'Thinking', '🤔'],
	['ThumbsDown', 'Thumbs Down', '👎'],
	['THUMBSUP', 'Thumbs Up', '👍'],
	['Trophy', 'Trophy', '🏆'],
	['Typing', 'Typing', '⌨️'],
	['WAVE', 'Wave', '👋'],
	['WOW', 'Wow', '😮'],
	['Yes', 'Yes', '🙆'],
];

/** Every documented name. Clients know more; what is not listed is passed on as it is. */
const NAMES = [
	'OK THUMBSUP THANKS MUSCLE FINGERHEART APPLAUSE FISTBUMP JIAYI DONE SMILE BLUSH LAUGH SMIRK LOL FACEPALM LOVE',
	'WINK PROUD WITTY SMART SCOWL THINKING SOB CRY ERROR NOSEPICK HAUGHTY SLAP SPITBLOOD TOASTED GLANCE DULL',
	'INNOCENTSMILE JOYFUL WOW TRICK YEAH ENOUGH TEARS EMBARRASSED KISS SMOOCH DROOL OBSESSED MONEY TEASE SHOWOFF',
	'COMFORT CLAP PRAISE STRIVE XBLUSH SILENT WAVE WHAT FROWN SHY DIZZY LOOKDOWN CHUCKLE WAIL CRAZY WHIMPER HUG',
	'BLUBBER WRONGED HUSKY SHHH SMUG ANGRY HAMMER SHOCKED TERROR PETRIFIED SKULL SWEAT SPEECHLESS SLEEP DROWSY',
	'YAWN SICK PUKE BETRAYED HEADSET EatingFood MeMeMe Sigh Typing Lemon Get LGTM OnIt OneSecond VRHeadset',
	'YouAreTheBest SALUTE SHAKE HIGHFIVE UPPERLEFT ThumbsDown SLIGHT TONGUE EYESCLOSED RoarForYou CALF BEAR BULL',
	'RAINBOWPUKE ROSE HEART PARTY LIPS BEER CAKE GIFT CUCUMBER Drumstick Pepper CANDIEDHAWS BubbleTea Coffee Yes',
	'No OKR CheckMark CrossMark MinusOne Hundred AWESOMEN Pin Alarm Loudspeaker Trophy Fire BOMB Music XmasTree',
	'Snowman XmasHat FIREWORKS 2022 REDPACKET FORTUNE LUCK FIRECRACKER StickyRiceBalls HEARTBROKEN POOP',
	'StatusFlashOfInspiration 18X CLEAVER Soccer Basketball GeneralDoNotDisturb Status_PrivateMessage',
	'GeneralInMeetingBusy StatusReading StatusInFlight GeneralBusinessTrip GeneralWorkFromHome StatusEnjoyLife',
	'GeneralTravellingCar StatusBus GeneralSun GeneralMoonRest MoonRabbit Mooncake JubilantRabbit TV Movie Pumpkin',
	'BeamingFace Delighted ColdSweat FullMoonFace Partying GoGoGo ThanksFace SaluteFace Shrug ClownFace HappyDragon',
].flatMap((line) => line.split(' '));

const byFold = new Map(NAMES.map((name) => [fold(name), name]));
const byGlyph = new Map(COMMON_EMOJI.map(([type, , glyph]) => [bareGlyph(glyph), type]));

/**
 * The `emoji_type` that is meant by a name in any case (`thumbs up`, `:check_mark:`) or by a character (👍).
 * @returns undefined for what can be no name
 */
export function emojiType(entered: string): string | undefined {
	const known = byGlyph.get(bareGlyph(entered)) ?? byFold.get(fold(entered));
	if (known !== undefined) return known;
	return /^\w{1,64}$/.test(entered) ? entered : undefined;
}

function fold(name: string): string {
	return name.toLowerCase().replace(/[\s:_-]/g, '');
}

/** Without skin tone and variation selector, which say nothing about the kind. */
function bareGlyph(text: string): string {
	return text.trim().replace(/\p{Emoji_Modifier}|\uFE0F/gu, '');
}
