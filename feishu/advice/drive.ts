import { credential, notFound, say, setup, soon, type AdviceRows } from './words';

const mayChange = 'Add it to the document: … → More → Add document app, with the right to edit it';
const tryAgain = soon(
	'Feishu had a problem of its own',
	'Try again; if it stays, give the log id below to the support of Feishu',
);
const inSpace = 'Delete what nobody needs, or ask the administrator of the organization for more';
const refusedParts = say('Feishu refused a value of the upload', 'Send the file again; see the words of Feishu below');
const brokenOff = say('The file did not arrive as it was sent', 'Send it again; a proxy may have changed it');
const noPlace = setup(
	'The document or folder for the file was deleted, or does not exist',
	'Check its token; of a page of a wiki, the document behind it is meant',
);
const notPassed = say(
	'Feishu refused the file or its name for what it says',
	'The rules of the organization or of Feishu forbid it: take another name or another file',
);

/**
 * Files of Drive and of documents, and who may open them.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/upload_all
 */
export const DRIVE: AdviceRows = [
	[1061001, tryAgain],
	[
		1061002,
		say(
			'Feishu refused a value of the request for a file',
			'Check what names the file and where it lies; a base with advanced permissions gives a file only for the record and field that hold it',
		),
	],
	[1061003, notFound('The file, document or folder', 'Check its token: it may have been deleted')],
	[1061004, setup('The app may not open this document or folder, or not change it', mayChange)],
	[1061005, credential('Feishu does not accept who asks', 'Check the credential')],
	[1061006, soon('Feishu took too long', 'Try again in a moment')],
	[1061007, say('The file was deleted', 'Its owner may still have it in the trash')],
	[
		1061008,
		say(
			'Feishu does not take the name of the file',
			'Give it another one, with at most 250 characters and without / in it',
		),
	],
	[1061021, say('The upload was not finished within a day', 'Send the file again')],
	[1061022, say('Somebody else has just changed the file', 'Send it again')],
	[1061041, noPlace],
	[1061042, say('The document has as many files as it takes', 'Put the file into another one')],
	[1061043, say('The file is too large', 'How large a file may be depends on the plan of the organization')],
	[1061044, noPlace],
	[1061061, { ...say('The space of the person in Drive is full', inSpace), cause: 'quota-exhausted' }],
	[1061073, setup('The app lacks a permission scope for files', 'It needs one of those for Drive or for the document')],
	[1061101, { ...say('The space of the organization is full', inSpace), cause: 'quota-exhausted' }],
	[1061109, notPassed],
	[1061113, notPassed],
	[1061500, noPlace],
	[1061547, say('The document has as many attachments as it takes', 'Put the file into another one')],
	[1062004, refusedParts],
	[1062005, refusedParts],
	[1062006, refusedParts],
	[1062007, say('Somebody else has begun this upload', 'Send the file again, as one and the same')],
	[1062008, brokenOff],
	[1062009, brokenOff],
	[1062010, brokenOff],
	[1062011, brokenOff],
	[1062012, refusedParts],
	[1062013, refusedParts],
	[1062014, refusedParts],
	[1062051, refusedParts],
	[1062501, setup('The app may not open this folder, or not change it', mayChange)],
	[1062505, say('The space has as many files as it takes', inSpace)],
	[1062506, say('The folder lies too deep', 'Folders go 15 deep')],
	[1062507, say('The folder has as many files and folders as it takes', 'It takes 1,500; make another folder')],
	// Who may open a document
	[
		1063001,
		say(
			'Feishu does not know somebody with whom it is to be shared, or cannot share it so',
			'Check ID or e-mail address: they must be of the same organization as the document, or known to it',
		),
	],
	[
		1063002,
		setup(
			'The app may not manage this document',
			'Only who may manage it can share it. Add it to the document: … → More → Add document app, with that right',
		),
	],
	[
		1063003,
		setup(
			'Feishu does not allow to share it so',
			'The app must be in a group that is to get it, and see the person; the organization may forbid the rest, or the document has as many collaborators as it takes',
		),
	],
	[1063004, setup('The app may not share this document', 'Its owner may let others do so: Share → Settings')],
	[1063005, notFound('The document', 'It may have been deleted')],
	[1063014, say('The organization does not allow this setting', 'Ask its administrator')],
	[1066001, tryAgain],
	[1066002, soon('Somebody else is changing who may open it', 'Try again in a moment')],
];
