const start = () => {};
