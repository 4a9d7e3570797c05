import { Workflow, type INode, type INodeParameters, type INodeTypes } from 'n8n-workflow';

import { Feishu } from '../../../../../../nodes/Feishu/Feishu.node';
import { walk } from '../../../../../support/package/walk';

const { description } = new Feishu();
const types = { getByName: () => undefined, getByNameAndVersion: () => undefined } as unknown as INodeTypes;
const shown = (name: string) =>
	[...walk(description.properties)].find(({ property }) => property.name === name)?.property;

function tooltip(parameters: INodeParameters): unknown {
	const node: INode = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0], parameters };
	const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: types });
	return expression.getSimpleParameterValue(node, description.waitingNodeTooltip, 'internal', {}) ?? '';
}

it('says before it is sent that the card needs a trigger', () => {
	expect(shown('triggerNotice')).toMatchObject({
		type: 'notice',
		displayName: expect.stringContaining('an active Feishu Trigger'),
		displayOptions: { show: { answerIn: ['card'], operation: ['sendAndWait'] } },
	});
});

it('says so while it waits, where people answer in the card', () => {
	const asks = { operation: 'sendAndWait' };
	expect(tooltip({ ...asks, answerIn: 'card' })).toMatch(/goes on with the answer.* need an active Feishu Trigger/);
	expect(tooltip({ ...asks, answerIn: 'link' })).toBe('The workflow goes on with the answer.');
	expect(tooltip({ operation: 'send' })).toBe('');
});

it('offers what goes with the way to answer only', () => {
	expect(shown('submitLabel')?.displayOptions?.show).toEqual({ '/responseType': ['customForm', 'freeText'] });
	expect(shown('listensElsewhere')?.displayOptions?.show).toEqual({ '/answerIn': ['card'] });
});

it('says that a button with a callback needs a trigger', () => {
	expect(shown('callbackValue')?.hint).toContain('an active Feishu Trigger');
});
