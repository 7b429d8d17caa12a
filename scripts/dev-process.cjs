// What `npm run dev` puts in place of the process that runs, once it is told which program it is: until then it has the packages loaded and
// does nothing. It ends with who started it.
for (const file of process.argv.slice(2)) require(file);

process.once('message', (program) => {
  process.argv = [process.execPath, program];
  require(program);
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
