/** The panel offers what a custom bot can do, and nothing else. */
import type { INodeProperties } from 'n8n-workflow';

import { FeishuCustomBot } from '../../../../nodes/FeishuCustomBot/FeishuCustomBot.node';
import { walk } from '../../../support/package/walk';

const { description } = new FeishuCustomBot();
const parameters = [...walk(description.properties)];

const choices = (name: string): unknown[] =>
	parameters
		.filter(({ property }) => property.name === name)
		.flatMap(({ property }) => property.options ?? [])
		.map((option) => ('value' in option ? option.value : undefined));

it('starts with the kinds of message, without Resource and Operation', () => {
	expect(description.properties[0]?.name).toBe('messageType');
	expect(choices('messageType')).toEqual([
		'card',
		'cardJson',
		'cardTemplate',
		'shareChat',
		'image',
		'markdown',
		'post',
		'text',
	]);
	expect(FeishuCustomBot.operations).toHaveLength(1);
});

it('has no list that only an app could fill', () => {
	const lists = parameters.flatMap(({ path, property }: { path: string; property: INodeProperties }) =>
		(property.modes ?? []).filter(({ type }) => type === 'list').map(() => path),
	);
	expect(lists).toEqual([]);
	expect(JSON.stringify(description)).not.toMatch(/searchListMethod|loadOptionsMethod/);
});

it('has no files of the input: a custom bot uploads nothing', () => {
	expect(parameters.filter(({ property }) => /binary|PropertyName/i.test(property.name))).toEqual([]);
});

it('has no blocks that call back', () => {
	const types = parameters
		.filter(({ path }) => path === 'blocks/block/type')
		.flatMap(({ property }) => property.options ?? [])
		.map(({ name }) => name);
	expect(types).toEqual(expect.arrayContaining(['Buttons', 'Image', 'Table']));
	for (const interactive of ['Form', 'Select', 'Date Picker']) expect(types).not.toContain(interactive);
});

it('has the request options but items at once, which one bot does not have', () => {
	const options = description.properties.find(({ name }) => name === 'requestOptions')?.options ?? [];
	expect(options.map(({ name }) => name)).toEqual(['keepToLimits', 'longestWait', 'timeout', 'tries']);
});
