// Columns that are masked though they carry nothing protected, by query: positions from 1. In doubt a column is masked.
export const OVERMASKED: Readonly<Record<string, readonly number[]>> = {
  // Names of the result do not tell which columns a star of a row or a function stands for.
  'all fields of a row': [1, 2, 3, 4, 5],
  // A function of the database may put anything anywhere, also where the query calls it unseen.
  'WITH ORDINALITY': [1, 2, 3, 4, 5, 21],
  'ROWS FROM': [1, 3],
  'set-returning function': [1],
  'table function': [1],
  'all fields of a function': [1],
  'an overload': [2],
  'a view over a function': [1],
  'a view over a view over a function': [2],
  // Views are followed column by column only where they show a column as it is.
  'a view of a union': [1],
  'an expression over a view': [2],
  'a view made just now': [2],
  // What is written into one column of a row counts for expressions over all of them.
  'INSERT of a query': [1],
}
