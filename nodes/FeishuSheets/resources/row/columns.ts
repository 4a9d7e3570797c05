import { mapperField, type Mapped } from '../../../shared/fields/mapper';
import type { Field } from '../../../shared/operation/field';
import { READ_RANGES } from '../../cells/endpoints';
import { getSheetColumns, getSheetColumnsAndRow } from './getSheetColumns';

const METHODS = {
	add: { getSheetColumns },
	update: { getSheetColumnsAndRow },
	upsert: { getSheetColumns },
};

/** Values for the columns of the sheet, by their names in the header row. */
export function columnsField(mode: 'add' | 'update' | 'upsert'): Field<Mapped, 'columns'> {
	const mapping: Record<string, typeof getSheetColumns> = METHODS[mode];
	return mapperField({
		displayName: 'Columns',
		name: 'columns',
		description:
			'Map Automatically takes the keys of each item as names of columns; an expression may give an object of values by name',
		typeOptions: {
			loadOptionsDependsOn: ['spreadsheet.value', 'sheet.value', 'options.headerRow'],
			resourceMapper: {
				resourceMapperMethod: Object.keys(mapping)[0] ?? '',
				mode,
				fieldWords: { singular: 'column', plural: 'columns' },
				valuesLabel: 'Values',
				addAllFields: true,
				multiKeyMatch: mode !== 'add',
				supportAutoMap: true,
				noFieldsError:
					'There are no columns to fill in yet. Where the header row is empty, Map Automatically writes it.',
			},
		},
		mapping,
		calls: [READ_RANGES],
	});
}
