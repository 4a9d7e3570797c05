import { equalRatios } from './gridBlocks';
import { openingTag } from './tagAttributes';
import type { MarkdownOptions } from './writtenElement';

/** Columns beside one another; their widths where they differ. */
export function gridMarkdown(
	columns: ReadonlyArray<{ ratio: unknown; said: string }>,
	{ dialect }: MarkdownOptions,
): string {
	if (dialect === 'plain')
		return columns
			.map(({ said }) => said)
			.filter((said) => said !== '')
			.join('\n\n');
	const equal = equalRatios(columns.length);
	const even = columns.every(({ ratio }, at) => ratio === undefined || Math.abs(Number(ratio) - (equal[at] ?? 0)) <= 1);
	const written = columns.map(
		({ ratio, said }) =>
			`${openingTag('column', { width: even ? '' : ratio })}\n${said === '' ? '' : `${said}\n`}</column>`,
	);
	return [openingTag('grid', { cols: columns.length }), ...written, '</grid>'].join('\n');
}
