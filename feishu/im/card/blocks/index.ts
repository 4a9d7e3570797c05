import type { Builder } from '../context';
import type { BlockOf, BlockType } from '../types';
import { buttons } from './buttons';
import { date, select } from './choices';
import { columns, elements, panel } from './containers';
import { form } from './form';
import { chart, image, people } from './media';
import { table } from './table';
import { divider, fields, markdown, note } from './text';

export const BUILDERS: { readonly [Type in BlockType]: Builder<BlockOf<Type>> } = {
	markdown,
	fields,
	image,
	divider,
	table,
	note,
	people,
	chart,
	buttons,
	select,
	date,
	form,
	panel,
	columns,
	elements,
};
