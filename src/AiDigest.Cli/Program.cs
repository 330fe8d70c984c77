Console.WriteLine("aidigest " + string.Join(' ', args));
