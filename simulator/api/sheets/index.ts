import { dimensionRoutes } from './dimensions';
import { dropdownRoutes } from './dropdowns';
import { findReplaceRoutes } from './findReplace';
import { mergeRoutes } from './merges';
import { sheetChangeRoutes } from './sheetChanges';
import { sheetListRoutes } from './sheetLists';
import { spreadsheetRoutes } from './spreadsheets';
import { styleRoutes } from './styles';
import { valueReadRoutes } from './valueReads';
import { valueWriteRoutes } from './valueWrites';

export const sheetRoutes = [
	...spreadsheetRoutes,
	...sheetListRoutes,
	...sheetChangeRoutes,
	...valueReadRoutes,
	...valueWriteRoutes,
	...dimensionRoutes,
	...mergeRoutes,
	...styleRoutes,
	...findReplaceRoutes,
	...dropdownRoutes,
];
