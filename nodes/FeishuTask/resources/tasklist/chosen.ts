import { tasklistField } from '../../common/tasklist';

export const tasklist = tasklistField();
