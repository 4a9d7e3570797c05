import { notFound, say, setup, soon, type AdviceRows, type Sense } from './words';

const develops =
	'In Aily, make the person a collaborator of the assistant (administrator, developer or operator); of an app, only the one of its channel counts';

/**
 * Aily: assistants, their skills and their knowledge.
 * @see https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/create
 */
export const AILY: AdviceRows = [
	[
		2700001,
		say(
			'Aily refused a value of the request',
			'Check the ID of the assistant, of the skill and of the session; a session answers one question at a time, and only to who began it. An app needs the switch for app identities in the administration of Aily',
		),
	],
	[2700026, setup('Knowledge is changed only where an assistant is made', 'Use its development environment')],
	[2700027, say('Aily takes one file at a time', 'Send one file')],
	[2700028, say('Aily refused how the text is to be divided', 'Leave it to Aily')],
	[2700029, say('Aily refused the source of the knowledge', 'Check the file or the document')],
	[2700030, notFound('The source of the knowledge', 'It may have been deleted')],
	[
		2700031,
		setup(
			'Who asks may not download this document',
			'Let the person download it, or use the credential of somebody who may',
		),
	],
	[
		2700032,
		say('Aily does not connect to this kind of source in this way', 'Files are imported, wikis joined directly'),
	],
	[2700033, say('Aily does not know this kind of source', 'Use a file, a document, a wiki or a help desk')],
	[2700034, say('Aily can’t read files of this type', 'It reads TXT, PDF, DOCX and PPTX')],
	[2700035, say('The file is too large for Aily', 'Divide it into several')],
	[
		2700036,
		setup('Documents of Feishu are taken from people alone', 'Choose a credential of the kind Feishu OAuth2 API'),
	],
	[2700404, notFound('The piece of knowledge', 'Get Many lists what there is')],
	[2700460, setup('Aily could not open the document', 'Check its token, and whether who asks may open it')],
	[2700472, say('Aily misses a value, or refused one', 'Check what was entered; see the words of Aily below')],
	[2701004, setup('Who asks may not see or change the knowledge of this assistant', develops)],
];

/** Told by a code, and by a run that fails. */
export const SKILL_IS_GONE = notFound(
	'The skill',
	"See 'Skill': choose it from the list; it has to be one of this assistant",
);

const noAssistant = notFound(
	'The assistant',
	"See 'Assistant': its ID begins with spring_ and ends with __c, and is that of its page in Aily. An app needs the switch for app identities in the administration of Aily",
);

/**
 * What 2700001 is about, by its words; and what three codes of the knowledge mean where a question is asked.
 * @see https://open.feishu.cn/document/aily-v1/data-knowledge/ask
 */
export const AILY_SENSES: readonly Sense[] = [
	[
		2700001,
		/aily_session_id|session not found/i,
		notFound(
			'The session',
			"See 'Session ID': only whoever began a session can go on with it, an app or a person; without it a new one begins",
		),
	],
	[
		2700001,
		/run is active/i,
		soon(
			'The session is still busy with a question',
			"It answers one at a time: ask again when that one is answered, or take out 'Session ID'",
		),
	],
	[2700001, /skill_id/i, SKILL_IS_GONE],
	[2700001, /app_id/i, noAssistant],
	[
		2700033,
		/failed to ask/i,
		say(
			'Aily could not answer from the knowledge',
			'Check the knowledge and the tags that were chosen, and the question',
		),
	],
	[
		2700034,
		/ask is forbidden/i,
		setup(
			'The knowledge of this assistant answers no questions',
			'It was switched off: ask whoever makes the assistant, or the support of Aily',
		),
	],
	[
		2700035,
		/time too long/i,
		soon('Aily took too long to answer from the knowledge', 'Ask again, or choose less of the knowledge'),
	],
];
