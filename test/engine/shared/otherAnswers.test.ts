/**
 * What the platform's pages leave open (docs/assumptions.md) may be either way: each operation of calendars, tasks,
 * approvals and Aily succeeds under every other answer as well, as the app and as a person.
 */
import Ajv from 'ajv';

import type { Settings } from '../../../simulator';
import { AILY_SETTINGS } from '../../../simulator/state/ailySettings';
import { APPROVAL_SETTINGS } from '../../../simulator/state/approvalSettings';
import { CALENDAR_SETTINGS } from '../../../simulator/state/calendarSettings';
import { TASK_SETTINGS } from '../../../simulator/state/taskSettings';
import { usePlatform, type CredentialRef } from '../../support/engine';
import { caseOf, parametersOf } from '../../support/engine/cases';
import { EVERYONE, filledInBy, handOver } from '../../support/engine/everyone';
import { OPERATIONS } from '../../support/engine/execute';
import { strict } from '../../support/nodes/schema';

interface Answers {
	node: string;
	/** Those that are not given unless a test asks for them. */
	answers: Partial<Settings>;
	/** What can't succeed then, with words of the error; `all` stands for every operation. */
	refused?: Readonly<Record<string, string>>;
	/** The same for a person, where it differs. */
	refusedTo?: Readonly<Record<string, string>>;
}

const ANSWERS: readonly Answers[] = [
	{
		node: 'feishuCalendar',
		answers: {
			allDayEnds: 'inclusive',
			recurrenceCount: 'refused',
			recurrencePrefix: 'present',
			primaryAlias: 'unknown',
			roomAnswerReads: 0,
			operatorAttends: 'absent',
			calendarEventDetails: 'absent',
			syncTokenDays: 0,
			changesGoOn: 'syncToken',
			calendarMalformed: 'detailed',
		},
	},
	{ node: 'feishuCalendar', answers: { occurrenceIds: 'unknown', roomAnswerReads: 3 } },
	{
		node: 'feishuTask',
		answers: {
			appTaskList: 'refused',
			taskReminderWithoutDue: 'refused',
			taskDeletedParent: 'kept',
			unseenTask: 'notFound',
			taskNames: 'absent',
			unknownTaskMember: 'internal',
		},
	},
	{
		node: 'feishuApproval',
		answers: {
			approvalDates: 'daysToo',
			approvalCodes: 'legacy',
			approvalLists: 'full',
			approvalEvents: 'webhookOnly',
			approvalEventUuid: 'absent',
			approvalSearchSeconds: 60,
			approvalFileNames: 'quoted',
			approvalFileAddresses: 'plain',
			approvalTaskCodes: 'process_external_id',
			approvalUploadHost: 'client',
			approvalUploadApps: 'selfBuilt',
		},
	},
	{
		node: 'feishuApproval',
		answers: { approvalUserScopes: 'absent' },
		refusedTo: { all: 'choose a credential of the kind Feishu API: the app does most of the same' },
	},
	{ node: 'feishuAily', answers: { ailyRunPolls: 0, ailyKnowledge: 'faq', ailyKnowledgeForm: 'json' } },
	{ node: 'feishuAily', answers: { ailyRunPolls: 4, ailyKnowledge: 'nothing' } },
	{
		node: 'feishuAily',
		answers: { ailyRunEnd: 'FAILED', ailyKnowledgeForm: 'cut' },
		refused: {
			'ailyAssistant:ask': 'The assistant could not answer',
			'ailyKnowledge:ask': 'The answer of Aily broke off',
		},
	},
];

const platform = usePlatform();

test('every question is asked here, with another answer than the usual one', () => {
	const usual: Partial<Settings> = { ...CALENDAR_SETTINGS, ...TASK_SETTINGS, ...APPROVAL_SETTINGS, ...AILY_SETTINGS };
	const asked = new Set(ANSWERS.flatMap(({ answers }) => Object.keys(answers)));
	expect([...asked].sort()).toEqual(Object.keys(usual).sort());
	for (const { answers } of ANSWERS)
		for (const [name, answer] of Object.entries(answers)) expect(answer).not.toBe(usual[name as keyof Settings]);
});

describe.each(['app', 'person'])('as %s', (who) => {
	const isPerson = who === 'person';
	let credential: CredentialRef;
	beforeAll(async () => {
		const made = await EVERYONE[who]?.make(platform, { region: 'custom', baseUrl: platform.simulator.url });
		if (!made) throw new Error(`Nobody is called ${who}`);
		credential = made;
	});

	describe.each(ANSWERS)('where $answers', ({ node, answers, refused = {}, refusedTo = refused }) => {
		const expected = isPerson ? refusedTo : refused;
		const rows = OPERATIONS.filter(
			({ nodeName, identity }) => nodeName === node && (identity ?? 'either') !== (isPerson ? 'app' : 'user'),
		);

		/** What is there before was made in the client, which all of that does not concern. */
		const run = async (key: string) => {
			const parameters = filledInBy(isPerson, parametersOf(key, platform));
			if (isPerson) handOver(platform);
			const { settings } = platform.store;
			const usual = { ...settings };
			Object.assign(settings, answers);
			try {
				return await platform.run({ parameters, items: caseOf(key).items, credential });
			} finally {
				Object.assign(settings, usual);
			}
		};

		test.each(rows.map((row) => [`${row.resource}:${row.operation}`, row] as const))('%s', async (key, { schema }) => {
			const { error, items } = await run(key);
			const words = [error?.message, error?.description].filter(Boolean).join(' ');
			const refusal = expected[key] ?? expected.all;
			if (refusal) expect(words).toContain(refusal);
			else expect(words).toBe('');
			if (!schema) return;
			const fits = new Ajv().compile(strict(schema));
			for (const { json } of items) expect(fits(json) ? [] : [json, fits.errors]).toEqual([]);
		});
	});
});
