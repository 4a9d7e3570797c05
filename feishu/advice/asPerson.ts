import type { Advice } from './words';

/** What is said of an app that does not reach something, in the words for a person who does not. */
const PHRASES: ReadonlyArray<readonly [ofApp: string, ofPerson: string]> = [
	["this app can't see", "the person can't see"],
	["the app can't see", "the person can't see"],
	['The app is not in', 'The person is not in'],
	['visible to the app', 'visible to the person'],
	['The app has no access', 'The person has no access'],
	['The app may not see or change', 'The person may not see or change'],
	[
		'An app counts as one more person: add it to the task list (Share → add the app, or a group that its bot is in), or to the task',
		'Have somebody add the person to the task list (Share), or to the task',
	],
	[
		'An app sees what it made, and what lies in task lists that it was added to',
		'People see what they made or take part in, and what lies in task lists that they were added to',
	],
	['The app may not post', 'The person may not post'],
	['The app may not pin', 'The person may not pin'],
	['The app may not make', 'The person may not make'],
	['The app may not recall', 'The person may not recall'],
	['The app may not react', 'The person may not react'],
	['The app may not do', 'The person may not do'],
	['The app may not manage', 'The person may not manage'],
	['The app may not open', 'The person may not open'],
	['The app may not share', 'The person may not share'],
	['The app must be in', 'The person must be in'],
	['The app may not forward', 'The person may not forward'],
	['It can recall its own messages', 'People can recall their own messages'],
	['The app joined', 'The person joined'],
	['before the app joined', 'before the person joined'],
	['Add it to the group: Settings → Bots → Add Bot', 'Somebody in the group has to add the person'],
	['Have a member add the app: Settings → Bots → Add Bot', 'Have a member add the person'],
	['and add the app to it as a bot', 'and see that the person is in it'],
	['Add the app to the group', 'Add the person to the group'],
	['Add the app to the chat', 'Add the person to the chat'],
	['Make the app', 'Make the person'],
	['make the app', 'make the person'],
	['Use the app that sent it', 'Act as whoever sent it'],
	['that the app itself has sent', 'that the person has sent'],
	['Give it the right to', 'Give the person the right to'],
	['Add it to the document: … → More → Add document app, with that right', 'Its owner can give the person that right'],
	['Add it to the document: … → More → Add document app', 'Share the document with the person'],
	['Add it to the base: … → More → Add document app', 'Share the base with the person'],
	['Add it to the spreadsheet: … → More → Add document app', 'Share the spreadsheet with the person'],
	[
		'Add the app to the page (… → More → Add document app), or make it a',
		'Share the page with the person, or make them a',
	],
];

/** An advice that was written for an app, for a person. */
export function asPerson({ message, hint, ...rest }: Advice): Advice {
	const said = (words: string) => PHRASES.reduce((text, [ofApp, ofPerson]) => text.replaceAll(ofApp, ofPerson), words);
	return { ...rest, message: said(message), hint: said(hint) };
}
