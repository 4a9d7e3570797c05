import { byId } from '..';
import { DEMO_ASSISTANT } from '../../../../simulator/seed/aily';
import { late, LIMIT, type Cases } from './common';

/** What no operation takes for an assistant. */
export const ASSISTANT = [
	[{ ailyApp: byId(late('')) }, 'Assistant'],
	[{ ailyApp: byId(late('cli_1234')) }, 'Assistant'],
	[{ ailyApp: { __rl: true, mode: 'url', value: late('https://aily.feishu.cn/ai/nothing') } }, 'Assistant'],
] as const;

const ailyApp = byId(DEMO_ASSISTANT);
const SKILL = [
	...ASSISTANT,
	[{ skill: byId(late('')) }, 'Skill'],
	[{ skill: byId(late('asset_1')) }, 'Skill'],
] as const;

export const ailySkill: Cases = {
	get: { parameters: () => ({ ailyApp, skill: byId('skill_6cc6166178ca') }), refused: SKILL },
	getAll: { parameters: () => ({ ailyApp, returnAll: false, limit: 1 }), refused: [...ASSISTANT, ...LIMIT] },
	start: {
		parameters: () => ({ ailyApp, skill: byId('skill_6cc6166178ca'), skillStartInput: '{"words":"你好"}' }),
		refused: [
			...SKILL,
			[{ skillStartInput: late('[1]') }, 'Input'],
			[{ skillMessage: late('x'.repeat(40_961)) }, 'Message'],
			[{ options: { channelVariables: JSON.stringify({ long: 'x'.repeat(255) }) } }, 'Channel Variables'],
		],
	},
};
