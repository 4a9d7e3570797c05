import { credential, notFound, publish, say, setup, type AdviceRows } from './words';

const moreRange = `Widen the app's contact range under Permissions & Scopes. ${publish}`;
/** What is there all the same. */
const inRange = 'What is in the range is found with Search and in the lists';
const inConsole = 'Change the department in the admin console';

/** People, departments and user groups. */
export const CONTACTS: AdviceRows = [
	[40001, say('Feishu refused a value of the request', "Check the fields; see Feishu's words below")],
	[40002, say('The root department is not possible here', 'Name a department below it: 0 stands for the root')],
	[
		40003,
		say('Feishu had a problem of its own', 'Try again; if it stays, give the log id below to the support of Feishu'),
	],
	[
		40004,
		setup(
			'The app may not see this department',
			`The whole organization takes a contact range of all staff. ${inRange}. ${moreRange}`,
		),
	],
	[40008, notFound('The department', 'Choose it from the list, or use an open_department_id (od-…)')],
	[40010, say("The ID of the department's group is not valid", inConsole)],
	[40011, say('Feishu does not accept the page size', 'It is 50 at most')],
	[40012, say('Feishu does not accept the page token', 'It must be the one of the answer before: run the node again')],
	[40014, setup('The app may not see what is below this department', `${inRange}. ${moreRange}`)],
	[40015, notFound('The department', 'Choose it from the list, or use an open_department_id (od-…)')],
	[
		41012,
		setup(
			'The user ID is not valid',
			'Choose the person from the list; people are ou_… (open_id), on_… (union_id) or a user_id',
		),
	],
	[41050, setup('The app may not see this person', `${inRange}. ${moreRange}`)],
	[41071, say('Feishu does not know this kind of member ID', 'Choose Open ID, Union ID or User ID')],
	[
		41072,
		say('The kind of member and the kind of ID do not go together', 'People have an open_id, union_id or user_id'),
	],
	[41074, say('Feishu does not know this kind of member', 'The members of a user group are people')],
	[42002, setup('The user group does not exist', 'Choose the user group from the list')],
	[42008, credential('Feishu does not accept the organization', 'Check App ID and Region in the credential')],
	[42009, setup('The app may not see this user group', `${inRange}. ${moreRange}`)],
	[42029, say('This user group has settings that the API does not know', 'Change the user group in the admin console')],
	// Units, orders and IDs of departments, which are set elsewhere
	[43001, say('Two departments have the same unit ID', inConsole)],
	[43002, say('The unit ID of the department is in use', inConsole)],
	[43003, say('The department has several unit IDs', inConsole)],
	[43004, say('The unit ID of the department is not valid', inConsole)],
	[43005, say('Two departments have the same place in their order', inConsole)],
	[43007, say('Two departments have the same ID of their own', inConsole)],
	[
		43008,
		say("The department's own ID is not valid", 'It must not begin with od-, be 0, or have more than 64 characters'),
	],
	[43009, say("The department's own ID was changed too often", inConsole)],
	[43010, say('The department is too large for its whole tree', 'Ask for its direct departments only, level by level')],
	[43011, say('The department still has people', 'Move them to another department before')],
	[43012, say('The department still has departments', 'Move or delete them before')],
	[43013, say('The department has too many departments', 'It can have 1,000 directly below it')],
	[44102, say('No department was named', 'Choose a department')],
];
