import { nested, text, texts } from '../../platform/validate';
import type { AilyApp } from '../../state/aily';
import { ailyRoute, APP, appOf, PAGE, paged, refused } from './ailyRoute';

const SKILLS = `${APP}/skills`;
const READ = ['aily:skill:read'];

function skillOf({ skills }: AilyApp, id = '') {
	const skill = skills.find((each) => each.id === id);
	if (!skill) throw refused.params('skill_id');
	return skill;
}

/** What a skill was given, as JSON. */
function inputOf(given = '{}'): unknown {
	try {
		return JSON.parse(given);
	} catch {
		throw refused.params('input');
	}
}

/** Source: https://open.feishu.cn/document/aily-v1/app-skill/start and its neighbors */
export const ailySkillRoutes = [
	ailyRoute({
		method: 'GET',
		path: SKILLS,
		scopes: READ,
		query: PAGE,
		handle({ platform: { store }, params, query }) {
			const { skills } = appOf(store, params.app_id);
			const { items, rest } = paged(store, skills, query, `skills ${params.app_id ?? ''}`);
			return { data: { skills: items, ...rest } };
		},
	}),
	ailyRoute({
		method: 'GET',
		path: `${SKILLS}/:skill_id`,
		scopes: READ,
		handle: ({ platform: { store }, params }) => ({
			data: { skill: skillOf(appOf(store, params.app_id), params.skill_id) },
		}),
	}),
	ailyRoute({
		method: 'POST',
		path: `${SKILLS}/:skill_id/start`,
		scopes: ['aily:skill:write'],
		tier: 3,
		body: {
			global_variable: nested({
				query: text({ max: 40_960 }),
				files: texts(),
				channel: nested({ variables: text({ max: 255 }) }),
			}),
			input: text({ max: 40_960 }),
		},
		handle({ platform: { store }, params, body }) {
			const { label } = skillOf(appOf(store, params.app_id), params.skill_id);
			const { query = '' } = body.global_variable ?? {};
			const output = JSON.stringify({ skill: label, query, input: inputOf(body.input) });
			return { data: { output, status: 'success' } };
		},
	}),
];
