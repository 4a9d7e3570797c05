/** `{{ $json.text }}` in a field that is still Fixed: n8n switches few fields by itself, and the braces would go out. */
import { rowsField } from '../../../../../nodes/shared/fields/nested';
import { rawTextField } from '../../../../../nodes/shared/fields/plain';
import { Panel } from '../../../../../nodes/shared/operation/panel';
import { execution } from '../../../../support/nodes/execution';

const text = rawTextField({ displayName: 'Text', name: 'text' });
const rows = rowsField(
	{
		displayName: 'Blocks',
		name: 'blocks',
		groupKey: 'block',
		groupName: 'Block',
		rowName: (_, index) => `Block ${index + 1}`,
	},
	[text],
);

/** @param written as the node holds it */
function hintsOf(written: object, read: (panel: Panel) => void): unknown[] {
	const hints: unknown[] = [];
	const context = Object.assign(execution({ parameters: written, written: written as never }), {
		addExecutionHints: (...told: unknown[]) => void hints.push(...told),
	});
	read(new Panel(context, 0));
	return hints;
}

const warning = (label: string) => ({
	message: `'${label}' holds {{ }} but is Fixed, so it counts as it stands: switch it to Expression`,
	location: 'outputPane',
	type: 'warning',
});

it.each([
	'You asked: {{ $json.text }}',
	"{{ $('AI Agent').item.json.output }}",
	'{{$now.toISO()}}',
	'a\n{{ ($input.first().json.a) }}',
])('a warning beside the output says so: %s', (written) => {
	expect(hintsOf({ text: written }, (panel) => text.read(panel))).toEqual([warning('Text')]);
});

it('in a row as well', () => {
	const written = { blocks: { block: [{ text: 'a' }, { text: '{{ $json.a }}' }] } };
	const read = (panel: Panel) => rows.read(panel).forEach((row) => row.read(text));
	expect(hintsOf(written, read)).toEqual([warning('Block 2 → Text')]);
});

it.each(['={{ $json.text }}', 'Hello {{ name }}', '{ "a": { "b": "${x}" } }', '$json', ''])('not of %j', (written) => {
	expect(hintsOf({ text: written }, (panel) => text.read(panel))).toEqual([]);
});
