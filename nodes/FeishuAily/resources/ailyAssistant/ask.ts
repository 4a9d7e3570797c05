import { rawTextField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ailyApp } from '../ailyApp';
import { isoTimes } from '../isoTimes';
import { jsonText } from '../jsonText';
import { GET_MESSAGES, GET_RUN, GET_RUNS, runEnd, saidAfter, waitingRun, words, type Run } from './answer';
import { context, options, skillInput } from './askOptions';

const NEW_SESSION = 'POST /open-apis/aily/v1/sessions';
const SEND = 'POST /open-apis/aily/v1/sessions/:aily_session_id/messages';
const LONGEST_QUESTION = 61_440;
const LONGEST_JSON = 255;

const question = rawTextField({
	displayName: 'Question',
	name: 'question',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. How do I ask for a holiday?',
	description: 'What the assistant is asked',
});

/** Source: https://open.feishu.cn/document/aily-v1/aily_session-run/create */
export const ask = defineOperation({
	value: 'ask',
	name: 'Ask',
	action: 'Ask an assistant',
	description: 'Ask an assistant, wait for its answer, and get the session for the next question',
	endpoint: 'POST /open-apis/aily/v1/sessions/:aily_session_id/runs',
	alsoCalls: [NEW_SESSION, SEND, GET_RUN, GET_RUNS, GET_MESSAGES],
	scopes: ['aily:run:write'],
	identity: 'either',
	fields: [ailyApp, question, options],
	output: outputOf({
		answer: 'string',
		asks_back: 'boolean',
		session_id: 'string',
		run_id: 'string',
		messages: ['any'],
	}),
	// A session takes one question at a time.
	orderBy: ({ read }) => read(options).sessionId || undefined,
	async run({ read, feishu, uuid }) {
		const app_id = read(ailyApp);
		const content = read(question);
		const { sessionId = '', skill: skillId = '', skillInput: input = {}, longestWait = 120, ...more } = read(options);
		if (content.length > LONGEST_QUESTION)
			throw question.refuse(`is too long: ${content.length} characters`, `Aily takes ${LONGEST_QUESTION}`);
		const skill_input = jsonText(input, skillInput.label, LONGEST_JSON);
		if (skill_input !== undefined && skillId === '')
			throw skillInput.refuse('is for a skill, and none is chosen', 'Add the option Skill as well');
		const channel_context = jsonText(more.sessionContext ?? {}, context.label, LONGEST_JSON);
		if (channel_context !== undefined && sessionId !== '')
			throw context.refuse('is of a new session, and one is to go on', 'Take out Context or Session ID');

		const waiting = sessionId === '' ? undefined : await waitingRun(feishu, sessionId);
		const aily_session_id = sessionId || (await newSession(channel_context));
		const path = { aily_session_id };
		const message = await feishu.call<{ message: { id: string } }>(SEND, {
			path,
			body: { idempotent_id: uuid, content_type: 'TEXT', content },
			idempotent: true,
		});
		const run_id = waiting?.id ?? (await newRun(this.endpoint));
		const { status } = await runEnd(feishu, { ...path, run_id }, longestWait * 1000, skillId);
		const messages = await saidAfter(feishu, { ...path, run_id }, message.message.id);
		return {
			answer: words(messages),
			asks_back: status === 'REQUIRES_MESSAGE',
			session_id: aily_session_id,
			run_id,
			messages: isoTimes(messages),
		};

		async function newSession(context?: string): Promise<string> {
			// One that nobody knows of does no harm.
			const request = { body: { channel_context: context }, idempotent: true };
			return (await feishu.call<{ session: { id: string } }>(NEW_SESSION, request)).session.id;
		}

		async function newRun(endpoint: string): Promise<string> {
			const body = { app_id, skill_id: skillId || undefined, skill_input };
			return (await feishu.call<{ run: Run }>(endpoint, { path, body })).run.id;
		}
	},
});
