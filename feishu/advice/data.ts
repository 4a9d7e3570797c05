import { publish, setup, type AdviceRows } from './words';

/** Contacts, bases and documents. */
export const DATA: AdviceRows = [
	// Contacts
	[
		40004,
		setup(
			'The app may not see this department',
			`Widen the app's contact range under Permissions & Scopes. ${publish}`,
		),
	],
	[
		40014,
		setup(
			'The app may not see this department',
			`Widen the app's contact range under Permissions & Scopes. ${publish}`,
		),
	],
	[
		41050,
		setup('The app may not see this person', `Widen the app's contact range under Permissions & Scopes. ${publish}`),
	],
	[42002, setup('The user group does not exist', 'Choose the user group from the list')],
	[
		42009,
		setup(
			'The app may not see this user group',
			`Widen the app's contact range under Permissions & Scopes. ${publish}`,
		),
	],
	// Bases and documents
	[
		1254290,
		{
			message: 'Too many requests to the base at once',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[
		1254291,
		{
			message: 'Somebody else is writing to the table',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[1254302, setup('The app may not open this base', 'Add it to the base: … → More → Add document app')],
	[91403, setup('The app may not open this document', 'Add it to the document: … → More → Add document app')],
	[
		1061045,
		{
			message: 'Too many uploads or downloads at once',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
];
