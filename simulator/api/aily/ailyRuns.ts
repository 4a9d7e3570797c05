import { required, text } from '../../platform/validate';
import type { AilyRun, AilySession } from '../../state/aily';
import type { Store } from '../../state/store';
import { ailyRoute, appOf, PAGE, paged, refused, SESSION, sessionOf } from './ailyRoute';

const RUNS = `${SESSION}/runs`;
/** Of a session one run at a time is like that. */
const ACTIVE = ['QUEUED', 'IN_PROGRESS', 'REQUIRES_MESSAGE'];

const view = (session: AilySession, run: AilyRun) => ({
	...{ id: run.id, created_at: String(run.created), app_id: run.app_id, session_id: session.id, status: run.status },
	started_at: String(run.created),
	...(run.ended !== undefined && { ended_at: String(run.ended) }),
	...(run.error && { error: run.error }),
	metadata: run.metadata,
});

/** What the assistant says in the end: it knows what it was asked, in this session. */
function reply(store: Store, session: AilySession, run: AilyRun): string {
	const asked = session.messages.filter(({ from }) => from !== undefined);
	const skill = appOf(store, run.app_id).skills.find(({ id }) => id === run.skill_id);
	const last = asked.at(-1)?.content ?? '';
	return `${skill ? `${skill.label}: ` : ''}You asked: ${last} (question ${asked.length})`;
}

function end(store: Store, session: AilySession, run: AilyRun): void {
	run.status = store.settings.ailyRunEnd;
	if (run.status === 'FAILED') run.error = { code: 'sp_ec_sm_900101', message: '技能不存在或已删除' };
	if (!ACTIVE.includes(run.status)) run.ended = store.clock.now();
	if (run.status !== 'COMPLETED' && run.status !== 'REQUIRES_MESSAGE') return;
	const content = run.status === 'COMPLETED' ? reply(store, session, run) : 'Which one do you mean?';
	session.messages.push({
		...{ id: store.aily.id('message'), run_id: run.id, content_type: 'MDX', content, file_ids: [] },
		...{ quote_message_id: '', created: store.clock.now() },
	});
}

/** A run as it stands at this look. */
function look(store: Store, session: AilySession, run: AilyRun): void {
	if (run.status !== 'QUEUED' && run.status !== 'IN_PROGRESS') return;
	run.asked += 1;
	if (run.asked > store.settings.ailyRunPolls) end(store, session, run);
	else if (run.asked > 1) run.status = 'IN_PROGRESS';
}

/** Source: https://open.feishu.cn/document/aily-v1/aily_session-run/create and its neighbors */
export const ailyRunRoutes = [
	ailyRoute({
		method: 'POST',
		path: RUNS,
		scopes: ['aily:run:write'],
		tier: 3,
		body: {
			app_id: required(text({ max: 64 })),
			skill_id: text({ max: 32 }),
			skill_input: text({ max: 255 }),
			metadata: text({ max: 255 }),
		},
		handle({ platform: { store }, by, params, body }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const { skill_id = '', metadata = '{}' } = body;
			const { app_id, skills } = appOf(store, body.app_id);
			if (session.runs.some(({ status }) => ACTIVE.includes(status))) throw refused.params('a run is active');
			const now = store.clock.now();
			const run: AilyRun = {
				...{ id: store.aily.id('run'), app_id, skill_id, metadata, status: 'QUEUED', asked: 0, created: now },
			};
			if (skill_id !== '' && !skills.some(({ id }) => id === skill_id))
				Object.assign(run, { status: 'FAILED', error: { code: 'sp_ec_sm_900101', message: '技能不存在或已删除' } });
			session.runs.push(run);
			for (const message of session.messages) if (message.run_id === '') message.run_id = run.id;
			return { data: { run: view(session, run) } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: RUNS,
		scopes: ['aily:run:read'],
		query: PAGE,
		handle({ platform: { store }, by, params, query }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const { items, rest } = paged(store, session.runs, query, `runs ${session.id}`);
			return { data: { runs: items.map((run) => view(session, run)), ...rest } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: `${RUNS}/:run_id`,
		scopes: ['aily:run:read'],
		handle({ platform: { store }, by, params }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const run = session.runs.find(({ id }) => id === params.run_id);
			if (!run) throw refused.params('run_id');
			look(store, session, run);
			return { data: { run: view(session, run) } };
		},
	}),
	ailyRoute({
		method: 'POST',
		path: `${RUNS}/:run_id/cancel`,
		scopes: ['aily:run:write'],
		handle({ platform: { store }, by, params }) {
			const session = sessionOf(store, by, params.aily_session_id);
			const run = session.runs.find(({ id }) => id === params.run_id);
			if (!run || !ACTIVE.includes(run.status)) throw refused.params('run_id');
			Object.assign(run, { status: 'CANCELLED', ended: store.clock.now() });
			return { data: { run: view(session, run) } };
		},
	}),
];
