import type { Builder } from '../context';
import type { BlockOf, BlockType } from '../types';
import { buttons } from './buttons';
import { checkbox } from './checkbox';
import { select } from './choices';
import { clickable, columns, elements, panel } from './containers';
import { date } from './dates';
import { fields } from './fields';
import { form } from './form';
import { image, images } from './images';
import { markdownTable } from './markdownTable';
import { audio, chart } from './media';
import { menu } from './menu';
import { people, person } from './people';
import { pictures } from './pictures';
import { divider, markdown, note } from './text';
import { input } from './texts';

export const BUILDERS: { readonly [Type in BlockType]: Builder<BlockOf<Type>> } = {
	markdown,
	fields,
	image,
	images,
	divider,
	table: markdownTable,
	note,
	people,
	person,
	chart,
	audio,
	buttons,
	menu,
	select,
	date,
	input,
	pictures,
	checkbox,
	form,
	panel,
	columns,
	clickable,
	elements,
};
