import { notFound, say, setup, slower, soon, type AdviceRows } from './words';

const again = soon(
	'Feishu had a problem of its own',
	'Try again; if it stays, give the log id below to the support of Feishu',
);
const badComment = say(
	'Feishu refused a value of the comment',
	'Check its ID, and whether it belongs to this document',
);
const addToFolder = 'Share the folder with the app, or with a group that the app is in, with the right to edit';

/**
 * What is done with files of Drive beside carrying them: moving, naming, versions, comments, imports and exports.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/import_task/import-user-guide
 */
export const DRIVE_WORK: AdviceRows = [
	// Names, which no page tells of
	[981002, say('Feishu lets nobody rename this through the API', 'Mind notes and documents of the old kind are such')],
	[981003, notFound('The file or document', 'Check its address, or choose another Kind')],
	[
		981004,
		setup(
			'The app may not rename this',
			'Add it to the document: … → More → Add document app, with the right to edit it',
		),
	],
	// Folders
	[1062502, setup('The app may not change this folder', addToFolder)],
	[1062524, setup('The app may not take anything out of this folder', addToFolder)],
	[1062535, setup('The app may not put anything into this folder', addToFolder)],
	[1064001, say('Feishu refused a value of the list', 'List it anew from the beginning')],
	[1064510, say('It belongs to another organization', 'Across organizations Feishu does not do this')],
	[1064511, say('It belongs to another brand: Feishu and Lark are apart', 'Across them this cannot be done')],
	// Named versions
	[1068400, setup('The app may not see or change the versions of this document', 'Share the document with it')],
	[1068401, again],
	[1068403, setup('The app may not see or change the versions of this document', 'Share the document with it')],
	[1068404, notFound('The document or the version', 'Check the address; Get Many lists the versions')],
	[1068410, say('Feishu does not know this version', 'Get Many lists the versions of a document')],
	[1068411, say('Feishu keeps no named versions of this', 'Documents and spreadsheets have them; check the address')],
	[1068412, say('Feishu refused a value of the version', 'Check its name and its ID')],
	[1068425, slower('The document gets too many versions at a time')],
	// Comments
	[1069301, again],
	[1069302, badComment],
	[
		1069303,
		setup(
			'The app may not comment on this document, or not change this comment',
			'Only who said something may change it; share the document with the app',
		),
	],
	[1069304, say('The document was deleted', 'Its comments are gone with it')],
	[1069305, notFound('The document', 'Check its address, or choose another Kind')],
	[1069306, say('Feishu refused what the comment says', 'The rules of the organization or of Feishu forbid it')],
	[
		1069307,
		notFound('The comment, the reply or somebody who is mentioned', 'Get Many lists the comments of a document'),
	],
	[
		1069308,
		say('The comment is too long, or has too many replies', 'Up to 10,000 characters and 100 parts go into a reply'),
	],
	[1069399, again],
	// Imports and exports
	[1069901, again],
	[
		1069902,
		setup(
			'The app may not export this document, or not import into this folder',
			'Share it with the app; its owner decides about exports under Share → Settings',
		),
	],
	[1069903, again],
	[1069904, say('Feishu refused a value of the import or export', 'For CSV, check Sheet or Table ID')],
	[1069905, again],
	[1069906, say('The document or file was deleted', 'Check its address')],
	[1069907, notFound('The file', 'Check its address; what is imported has to be uploaded first')],
	[1069908, setup('The folder does not exist, or the app may not add to it', addToFolder)],
	[1069909, say('The file is too large to be imported', 'Text files may have 20 MB, most others 600 to 800 MB')],
	[
		1069910,
		say('The extension is not that of the uploaded file', 'Give the file its right name, or set File Extension'),
	],
	[1069911, say('The file was uploaded for another kind of document', 'Import it anew')],
	[1069912, setup('The folder does not exist, or the app may not add to it', addToFolder)],
	[1069913, say('The uploaded file has expired', 'It is kept for five minutes: import it anew')],
	[1069914, notFound('The document or the exported file', 'An exported file is kept for ten minutes: export it anew')],
	[1069918, say('This kind of file and this kind of document do not go together', 'See what each can be made of')],
	[1069923, slower('Feishu makes no more imports or exports at a time')],
];
