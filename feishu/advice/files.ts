import { credential, publish, say, setup, soon, type AdviceRows } from './words';

/** Files and images of messages. */
export const FILES: AdviceRows = [
	[234001, say('Feishu refused a value of the upload or download', 'Check file type, name and key')],
	[
		234002,
		credential('Feishu does not accept the access token', 'Check App ID, App Secret and Region in the credential'),
	],
	[234003, setup('The file is not part of this message', 'Take Message and Attachment Key from the same message')],
	[234004, setup('The app is not in the chat of this message', 'Add it to the group: Settings → Bots → Add Bot')],
	[234005, say('The file was deleted', 'Ask for it to be sent again')],
	[234006, say('The file is too large', 'Images up to 10 MB, other files up to 30 MB')],
	[
		234007,
		setup(
			"The app's bot is switched off",
			`Switch it on under Add Features → Bot in the developer console. ${publish}`,
		),
	],
	[
		234008,
		setup(
			'Only the app that uploaded it can download this',
			"For files of people's messages use Media → Download Message Attachment",
		),
	],
	[234009, setup("The file belongs to a message that the app can't see", 'Add the app to the chat')],
	[234010, say('The file is empty', 'Check the binary that goes into the node')],
	[234011, say('Feishu does not know this kind of image', 'JPG, PNG, WEBP, GIF, BMP, ICO, TIFF and HEIC work')],
	[234019, soon('Feishu could not tell what the app may do', 'Try again in a moment')],
	[234037, say('The attachment is larger than 100 MB', "It can't be downloaded through the API")],
	[
		234038,
		setup(
			'Files of this message stay where they are',
			'The message is confidential, or its group is in restricted mode, which its owner can switch off',
		),
	],
	[234039, say('The image has too many pixels', 'GIF up to 2000 × 2000, others up to 12000 × 12000')],
	[
		234040,
		setup(
			'The message is not visible to the app',
			'The app joined the chat later, or the history is hidden from new members',
		),
	],
	[
		234041,
		say(
			"The organization's key was deleted, so what it encrypted can't be used",
			'Ask the administrator of the organization',
		),
	],
	[
		234042,
		say("The organization's own storage has a problem", 'It may be full: ask the administrator of the organization'),
	],
	[
		234043,
		say(
			"Attachments of this kind of message can't be downloaded",
			'Stickers, cards and messages inside a merged forward are not possible',
		),
	],
	[
		234044,
		say(
			'Feishu could not store or give out the file',
			"See Feishu's words below; where the organization keeps files in a storage of its own, ask its administrator",
		),
	],
	[
		234045,
		setup(
			"The file can't be downloaded",
			"See Feishu's words below; the rules of the organization may forbid it: ask its administrator",
		),
	],
	[
		234046,
		setup(
			"The file can't be downloaded",
			"See Feishu's words below; the rules of the organization may forbid it: ask its administrator",
		),
	],
];
