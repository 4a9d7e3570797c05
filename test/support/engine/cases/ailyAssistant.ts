import { byId } from '..';
import { DEMO_ASSISTANT } from '../../../../simulator/seed/aily';
import { ASSISTANT } from './ailySkill';
import { late, type Cases } from './common';

const LONG = JSON.stringify({ long: 'x'.repeat(255) });

export const ailyAssistant: Cases = {
	ask: {
		parameters({ store }) {
			store.settings.ailyRunPolls = 0;
			return { ailyApp: byId(DEMO_ASSISTANT), question: 'How are you?' };
		},
		refused: [
			...ASSISTANT,
			[{ question: late(' ') }, 'Question'],
			[{ question: late('x'.repeat(61_441)) }, 'Question'],
			[{ options: { sessionId: late('skill_1') } }, 'Session ID'],
			[{ options: { skill: byId(late('session_1')) } }, 'Skill'],
			[{ options: { skillInput: '{"a":1}' } }, 'Skill Input'],
			[{ options: { skill: byId('skill_1'), skillInput: LONG } }, 'Skill Input'],
			[{ options: { sessionContext: LONG } }, 'Context'],
			[{ options: { sessionContext: '{"a":1}', sessionId: 'session_1' } }, 'Context'],
			[{ options: { longestWait: 0 } }, 'Give Up After'],
		],
	},
};
