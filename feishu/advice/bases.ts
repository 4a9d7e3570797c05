import { notFound, say, setup, slower, soon, type AdviceRows } from './words';

const COPY_ADDRESS =
	'Open the base in the browser and copy the address; of a base in a wiki, the one with /wiki/ in it';
const CHOOSE = 'Choose it from the list: another base has other IDs, and what is new may take some seconds to be known';
const ownFault = soon(
	'Feishu had a problem of its own',
	'Try again; if it stays, give the log id below to the support of Feishu',
);
const busy = (message: string) => slower(message, 'Raise the longest wait in Request Options, or write less at a time');

/** A cell that got a value of another kind than its field holds. */
const cell = (what: string, hint: string) => say(`A value does not fit its field, which holds ${what}`, hint);
/** A field whose settings do not fit its type. */
const property = (what: string, hint = "See which settings the type has; Feishu's words are below") =>
	say(`Feishu does not accept the settings of a field with ${what}`, hint);
const taken = (what: string) => say(`Another ${what} has this name`, 'Choose a name that is not in use');
const tooMany = (what: string, hint: string) => say(`There would be too many ${what}`, hint);

/** Of these codes no page says more. */
const GROUPS_AND_FORMS = Array.from({ length: 15 }, (_, at) => 1_254_114 + at);
const groupsAndForms = say('Feishu does not accept the groups of fields, or the form', "See Feishu's words below");

const MANAGE =
	'Give the app, or the person, the right to manage the base; or put a group with the app into a role of the base';

/**
 * Bases, with their tables, fields, views, records and roles.
 * @see https://open.feishu.cn/document/server-docs/docs/bitable-v1/bitable-overview and the errors of its pages
 */
export const BASES: AdviceRows = [
	[1254000, say('Feishu could not read the request', 'Check what is entered as JSON')],
	[1254001, say('Feishu refused a value of the request', "Check the fields; see Feishu's words below")],
	[
		1254002,
		say(
			'Feishu could not do this with the base',
			'Write less at a time, and one after the other; pages of bases in a wiki are made with the Wiki node',
		),
	],
	[1254003, notFound('The base', COPY_ADDRESS)],
	[1254004, notFound('The table', CHOOSE)],
	[1254005, notFound('The view', CHOOSE)],
	[1254006, notFound('The record', 'Record: Get Many gives the IDs; it may have been deleted')],
	[1254007, say('A value is empty that must be there', "Fill in the fields; see Feishu's words below")],
	[1254008, notFound('The view', CHOOSE)],
	[1254009, notFound('The field', CHOOSE)],
	[1254010, say('A value of the request has the wrong type', "Check the fields; see Feishu's words below")],
	[1254011, say('Feishu does not accept the page size', 'Lists give 100 at a time, searches 500')],
	[
		1254012,
		say(
			'This type is not possible here',
			'The first field of a table is a text, number, date, phone, link, formula or location, and no view hides it',
		),
	],
	[1254013, taken('table of the base')],
	[1254014, taken('field of the table')],
	[1254015, say('A value does not fit the type of its field', 'Compare what is written with the types of the fields')],
	[1254016, say('Feishu does not accept the order', 'Sort by fields of the table, by their names')],
	[
		1254018,
		say(
			'Feishu does not accept the filter',
			'Compare the fields, how they are compared, and the values with their types',
		),
	],
	[1254019, say('Feishu does not know this type of view', 'Use grid, kanban, gallery, gantt or form')],
	[1254020, taken('view of the table')],
	[1254021, say('The view has no name', 'Enter a name')],
	[1254022, say('Feishu does not accept the name of the view', 'Use up to 100 characters, without [ and ]')],
	[1254023, say('The last view of a table stays', 'Add another one before, or delete the table')],
	[1254024, say('A field that is asked for does not exist', 'Names are compared exactly: choose from the list')],
	[1254025, say('Feishu does not know this way to copy', "See Feishu's words below")],
	[1254026, say('An option has no name', 'Enter a name for each option')],
	[
		1254027,
		setup('A file was not uploaded to this base', 'Give the file itself: the node then uploads it to the right base'),
	],
	[1254028, say('A field has no name', 'Enter a name for each field')],
	[1254029, say('Feishu does not accept the name of a field', 'Leave out [ and ], and keep it short')],
	[
		1254030,
		say('The answer is too large, or its next page is no longer known', 'Ask for fewer fields, or run the node again'),
	],
	[1254031, say('Feishu does not accept the name of the base', 'Leave out ? / \\ * : [ and ]')],
	[1254032, say('Feishu does not accept the name of the role', 'Enter another name')],
	[1254033, taken('role of the base')],
	[1254034, say('The last table of a base stays', 'Add another one before, or delete the base')],
	[1254036, soon('The base is still being copied', 'Try again in a moment')],
	[1254037, say('Feishu does not accept the client token', 'It is a UUID of version 4; leave it out for a new one')],
	[1254038, say('Feishu does not accept the name', 'Use up to 100 characters, without / \\ ? * : [ and ]')],
	[1254039, taken('dashboard of the base')],
	[1254040, notFound('The base', COPY_ADDRESS)],
	[1254041, notFound('The table', CHOOSE)],
	[1254042, notFound('The view', CHOOSE)],
	[1254043, notFound('The record', 'Record: Get Many gives the IDs; it may have been deleted')],
	[1254044, notFound('The field', CHOOSE)],
	[
		1254045,
		notFound(
			'A field of this name',
			'Names are compared exactly, with blanks and line breaks: choose it from the list. Under advanced permissions, a role has to see it',
		),
	],
	[1254046, say('The first field of a table stays', 'Rename it, or change its type')],
	[1254047, notFound('The role', CHOOSE)],
	[1254048, notFound('The member of the role', 'Role Member: Get Many gives those that there are')],
	[1254049, notFound('The question of the form', 'Form: Get Questions gives those that there are')],
	[1254050, notFound('The dashboard', CHOOSE)],
	// Cells
	[1254060, cell('text', 'Give text; of an object, name one of its properties')],
	[1254061, cell('a number', 'Give digits such as 1234.5')],
	[1254062, cell('one option', 'Give its name; options that another field decides about can only be chosen')],
	[1254063, cell('options', 'Give a list of their names')],
	[1254064, cell('a date', 'Give milliseconds, or a date such as 2026-01-31T08:00:00+08:00')],
	[1254065, cell('a checkbox', 'Give true or false')],
	[
		1254066,
		cell('people', 'Give IDs of people whom this app knows: an open_id belongs to one app, an e-mail address to all'),
	],
	[1254067, cell('linked records', 'Give IDs of records of the other table')],
	[1254068, cell('a link', 'Give an address, with a text if it shall show one')],
	[1254069, cell('attachments', 'Give files, or tokens of files that were uploaded to this base')],
	[1254070, say('Feishu does not accept the change', "See Feishu's words below")],
	[1254072, cell('a phone number', 'Give digits, such as +8613800000000')],
	[1254074, cell('linked records', 'Give IDs of records of the other table')],
	// What a field is like
	[1254080, property('text')],
	[1254081, property('numbers', 'Check the format, and of a progress or a rating its smallest and largest value')],
	[1254082, property('one option', 'Check names and colors of the options; 20,000 are possible')],
	[1254083, property('options', 'Check names and colors of the options; 20,000 are possible')],
	[1254084, property('a date', 'Check how dates are shown')],
	[1254085, property('a checkbox', 'It has none: leave them out')],
	[1254086, property('people')],
	[1254087, property('a link', 'It has none: leave them out')],
	[1254088, property('attachments', 'It has none: leave them out')],
	[1254089, property('linked records', 'Choose the linked table from the list: it is one of the same base')],
	[1254090, property('a lookup', 'Lookups can only be made in Feishu itself')],
	[1254091, property('a formula', "Check the formula; see Feishu's words below")],
	[1254092, property('links both ways', 'Choose the linked table from the list: it is one of the same base')],
	[1254093, property('the time of creation', 'Check how dates are shown')],
	[1254094, property('the time of the last change', 'Check how dates are shown')],
	[1254095, property('who created the record', 'It has none: leave them out')],
	[1254096, property('who changed the record last', 'It has none: leave them out')],
	// Limits
	[1254100, tooMany('tables', 'A base takes 100 tables and dashboards; use another base')],
	[1254101, tooMany('views', 'A table takes 200 views; delete some')],
	[1254102, tooMany('files', 'Delete some, or use another base')],
	[1254103, tooMany('records', "The organization's plan says how many; use another table, or delete some")],
	[1254104, tooMany('records in one request', 'Write fewer at a time')],
	[1254105, tooMany('fields', 'A table takes 300 fields, of which 100 formulas')],
	[1254106, tooMany('attachments in a cell', 'A cell takes 100; divide them among several records')],
	[1254107, say('The filter is too long', 'Use fewer or shorter conditions')],
	[1254108, say('The order is too long', 'Sort by fewer fields')],
	[1254109, say('The table is too large to be sorted by formulas', 'Sort by other fields, or with a Sort node')],
	[1254110, tooMany('roles', 'A base takes 30')],
	[1254111, tooMany('members of a role', 'A role takes 200: add a group or a department instead of people')],
	[1254112, busy('Too many requests to the base at once')],
	...GROUPS_AND_FORMS.map((code) => [code, groupsAndForms] as const),
	[1254130, say('A value is too large for a cell', 'A cell takes 100,000 characters; divide the text')],
	[1254200, ownFault],
	[1254290, busy('Too many requests to the base at once')],
	[1254291, busy('Somebody else is writing to the table')],
	// Who may do what
	[
		1254301,
		setup(
			'The base has no advanced permissions',
			'Base: Update switches them on, which takes a moment; bases in documents have none',
		),
	],
	[1254302, setup('The app may not open this base', `Add it to the base: … → More → Add document app. ${MANAGE}`)],
	[
		1254303,
		setup('A file belongs to another base', 'Give the file itself: the node then uploads it to the right base'),
	],
	[
		1254304,
		setup('The app may not manage this base', `${MANAGE}. Roles that see only some records need the plan for them`),
	],
	[1254305, setup('The organization does not allow this', 'Its rules of secrecy, or the wiki, forbid it')],
	[
		1254306,
		setup("The plan of the base's owner does not allow this", "Ask the owner, or the organization's administrator"),
	],
	[1254606, say('Nothing was changed', 'The field is like that already')],
	[1254607, soon('The base is still busy with what was written before', 'Try again in a moment; write less at a time')],
	[1254608, soon('Feishu is still busy with the same request', 'Look whether it was done before it is sent again')],
	[1254701, setup('The app may not write into this folder', 'Share the folder with the app, or choose another one')],
	[1254702, notFound('The folder', 'Choose another one, or copy its address from the browser')],
	[1254800, say('Feishu refused a value of the request', "Check the fields; see Feishu's words below")],
	[1255001, ownFault],
	[1255002, ownFault],
	[1255003, ownFault],
	[1255004, ownFault],
	[1255005, ownFault],
	[
		1255006,
		soon('A request with the same client token is still under way', 'Look whether it was done before it is sent again'),
	],
	[1255040, soon('Feishu took too long', 'It may have been done all the same: look before it is sent again')],
	[91402, notFound('The document', 'Check the address: it may have been deleted, or moved to another place')],
];
